import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, FastAPI
from httpx import ASGITransport, AsyncClient
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

engine = create_async_engine("sqlite+aiosqlite://")
app = FastAPI()


async def get_session() -> AsyncIterator[AsyncSession]:
    async with AsyncSession(engine) as session:
        yield session


@app.get("/name")
async def read_name(session: Annotated[AsyncSession, Depends(get_session)]) -> str:
    return (await session.execute(text("select 'Ursula'"))).scalar_one()


async def main() -> None:
    async with AsyncClient(transport=ASGITransport(app), base_url="http://test") as client:
        print((await client.get("/name")).json())
    await engine.dispose()


asyncio.run(main())
