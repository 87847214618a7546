import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as first, AsyncSession(engine) as session:
        author = await first.get_one(Author, 1)
        author = await session.merge(author)
        await session.refresh(author)
        print(author.id, author.name)


asyncio.run(main())
