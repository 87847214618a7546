import asyncio

from schema import world
from sqlalchemy import Connection, inspect


def describe(connection: Connection) -> dict[str, list[str]]:
    inspector = inspect(connection)
    return {table: [column["name"] for column in inspector.get_columns(table)] for table in inspector.get_table_names()}


async def main() -> None:
    async with world() as engine, engine.connect() as connection:
        for table, columns in (await connection.run_sync(describe)).items():
            print(table, columns)


asyncio.run(main())
