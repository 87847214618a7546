import asyncio

from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import QueuePool

engine = create_async_engine(URL, poolclass=QueuePool)


async def main() -> None:
    async with engine.connect() as connection:
        print(type(engine.pool).__name__, await connection.scalar(text("SELECT 1")))
    await engine.dispose()


asyncio.run(main())
