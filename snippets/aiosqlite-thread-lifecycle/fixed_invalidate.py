import asyncio

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    engine = create_async_engine("sqlite+aiosqlite:///shop.db")
    async with engine.connect() as connection:
        await connection.invalidate()
        print(await connection.scalar(text("select 'connected'")))
    await engine.dispose()


asyncio.run(main())
