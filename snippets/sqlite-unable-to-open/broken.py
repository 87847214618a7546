import asyncio

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    engine = create_async_engine("sqlite+aiosqlite:///data/shop.db")
    async with engine.connect() as connection:
        print(await connection.scalar(text("select 'connected'")))
    await engine.dispose()


asyncio.run(main())
