import asyncio

from schema import URL
from sqlalchemy import create_engine, text
from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    engine = create_async_engine(URL)
    async with engine.connect() as connection:
        print(await connection.scalar(text("select 'create_async_engine, awaited'")))
    await engine.dispose()


engine = create_engine(URL)
with engine.connect() as connection:
    print(connection.scalar(text("select 'create_engine, synchronous'")))
engine.dispose()
asyncio.run(main())
