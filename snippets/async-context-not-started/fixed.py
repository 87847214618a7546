import asyncio

from schema import Author, world
from sqlalchemy import select


async def main() -> None:
    async with world() as engine, engine.connect() as connection:
        print(await connection.scalar(select(Author.name)))


asyncio.run(main())
