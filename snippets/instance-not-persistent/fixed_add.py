import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine:
        async with AsyncSession(engine) as session:
            author = await session.get_one(Author, 1)
        async with AsyncSession(engine) as session:
            session.add(author)
            await session.refresh(author)
            print(author.id, author.name)


asyncio.run(main())
