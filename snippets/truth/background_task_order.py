import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import BackgroundTasks, Depends, FastAPI
from httpx import ASGITransport, AsyncClient
from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession

order = []


async def main() -> None:
    async with world() as engine:
        app = FastAPI()

        async def get_session() -> AsyncIterator[AsyncSession]:
            async with AsyncSession(engine) as session:
                yield session
            order.append("session closed")

        async def task(session: AsyncSession) -> None:
            order.append(f"task read {(await session.get_one(Author, 1)).name}")

        @app.get("/")
        async def read(session: Annotated[AsyncSession, Depends(get_session)], tasks: BackgroundTasks) -> str:
            tasks.add_task(task, session)
            return "answer"

        async with AsyncClient(transport=ASGITransport(app), base_url="http://shop") as client:
            await client.get("/")
    print(", then ".join(order))
    assert order == ["task read Ursula", "session closed"]


asyncio.run(main())
