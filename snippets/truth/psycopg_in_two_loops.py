import asyncio

from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

engine = create_async_engine(URL)


async def use() -> str:
    async with engine.connect() as connection:
        return await connection.scalar(text("select 'answered'"))


async def end() -> str:
    answer = await use()
    await engine.dispose()
    return answer


print(f"first run: {asyncio.run(use())}, second run: {asyncio.run(end())}")
