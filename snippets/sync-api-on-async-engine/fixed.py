import asyncio

from schema import Author, world
from sqlalchemy import select


async def main() -> None:
    async with world() as engine, engine.connect() as connection:
        result = await connection.execute(select(Author.name))
        print(result.scalars().all())


asyncio.run(main())
