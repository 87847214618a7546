import asyncio

from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

engine = create_async_engine(URL)


async def answer() -> int:
    async with AsyncSession(engine) as session:
        return await session.scalar(text("select 42"))


with asyncio.Runner() as runner:
    print(runner.run(answer()))
    print(runner.run(answer()))
    runner.run(engine.dispose())
