import asyncio
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    place = Path.cwd() / "shop.db"
    engine = create_async_engine(f"sqlite+aiosqlite:///{place}")
    async with engine.connect() as connection:
        print(await connection.scalar(text("select 'connected'")))
    await engine.dispose()


asyncio.run(main())
