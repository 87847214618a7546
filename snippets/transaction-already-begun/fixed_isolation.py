import asyncio

from schema import Author, world
from sqlalchemy import select


async def main() -> None:
    async with world() as engine, engine.connect() as connection:
        await connection.execution_options(isolation_level="SERIALIZABLE")
        print(await connection.scalar(select(Author.name)))
        await connection.commit()


asyncio.run(main())
