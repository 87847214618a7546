import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine:
        async with AsyncSession(engine) as session:
            cached = await session.get_one(Author, 1)
        async with AsyncSession(engine) as session:
            session.add(cached)
            author = await session.get_one(Author, 1)
            print(cached is author, author.name)


asyncio.run(main())
