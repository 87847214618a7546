import asyncio

from schema import Author, world
from sqlalchemy import func, select


async def main() -> None:
    async with world() as engine:
        async with engine.connect() as connection:
            result = await connection.execute(select(Author.name))
        print(result.scalars().all())
        async with engine.connect() as connection:
            print(await connection.scalar(select(func.count(Author.id))), "author")


asyncio.run(main())
