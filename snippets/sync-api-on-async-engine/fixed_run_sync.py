import asyncio

from schema import Author, world
from sqlalchemy import Connection, select


def read_names(connection: Connection) -> list[str]:
    return list(connection.execute(select(Author.name)).scalars())


async def main() -> None:
    async with world() as engine, engine.connect() as connection:
        print(await connection.run_sync(read_names))


asyncio.run(main())
