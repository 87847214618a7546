import asyncio

from schema import world
from sqlalchemy import inspect


async def main() -> None:
    async with world() as engine, engine.connect() as connection:
        tables = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
        print(tables)


asyncio.run(main())
