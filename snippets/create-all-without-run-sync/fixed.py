import asyncio

from schema import URL, Base
from sqlalchemy import inspect
from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    engine = create_async_engine(URL)
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
        print(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))
    await engine.dispose()


asyncio.run(main())
