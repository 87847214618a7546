import asyncio

from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

engine = create_async_engine(URL)


async def use() -> str:
    try:
        async with engine.connect() as connection:
            return await connection.scalar(text("select 'answered'"))
    finally:
        await engine.dispose()


print(f"first run: {asyncio.run(use())}, second run: {asyncio.run(use())}")
