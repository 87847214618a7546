import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine:
        async with AsyncSession(engine) as session:
            cached = await session.get_one(Author, 1)
        async with AsyncSession(engine) as session:
            author = await session.get_one(Author, 1)
            session.add(cached)
            print(author.name, "is in the session")


asyncio.run(main())
