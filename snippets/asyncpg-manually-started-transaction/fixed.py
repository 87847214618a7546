import asyncio

from schema import Author, world
from sqlalchemy import select, update


async def main() -> None:
    async with world() as engine:
        async with engine.begin() as connection:
            await connection.execute(update(Author).values(name="Octavia"))
        async with engine.connect() as connection:
            print(await connection.scalar(select(Author.name)))


asyncio.run(main())
