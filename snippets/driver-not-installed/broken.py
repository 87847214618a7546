import asyncio

import without_asyncpg  # noqa: F401  (as where asyncpg was never installed)
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    engine = create_async_engine("postgresql+asyncpg://postgres@127.0.0.1/shop")
    async with engine.connect() as connection:
        print(await connection.scalar(text("select 'connected'")))
    await engine.dispose()


asyncio.run(main())
