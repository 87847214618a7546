import asyncio

from schema import URL
from sqlalchemy import NullPool, text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

engine = create_async_engine(URL, poolclass=NullPool)


async def answer() -> int:
    async with AsyncSession(engine) as session:
        return await session.scalar(text("select 42"))


print(asyncio.run(answer()))
print(asyncio.run(answer()))
