import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI
from httpx import ASGITransport, AsyncClient
from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine:
        app = FastAPI()

        async def get_session() -> AsyncIterator[AsyncSession]:
            async with AsyncSession(engine) as session:
                yield session

        @app.get("/plain")
        async def plain(session: Annotated[AsyncSession, Depends(get_session)]) -> str:
            return (await session.get_one(Author, 1)).name

        @app.get("/decorated")
        async def decorated(session: Annotated[AsyncSession, Depends(asynccontextmanager(get_session))]) -> str:
            return (await session.get_one(Author, 1)).name

        async with AsyncClient(transport=ASGITransport(app), base_url="http://shop") as client:
            print(f"Depends on the generator function: {(await client.get('/plain')).json()}")
            try:
                await client.get("/decorated")
            except TypeError as error:
                raised = error
    print(f"with @asynccontextmanager: {type(raised).__name__}: {raised}")


asyncio.run(main())
