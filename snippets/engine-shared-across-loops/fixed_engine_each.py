import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine


@asynccontextmanager
async def open_session() -> AsyncIterator[AsyncSession]:
    engine = create_async_engine(URL)
    async with AsyncSession(engine) as session:
        yield session
    await engine.dispose()


async def answer() -> int:
    async with open_session() as session:
        return await session.scalar(text("select 42"))


print(asyncio.run(answer()))
print(asyncio.run(answer()))
