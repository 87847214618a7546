import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine:
        async with AsyncSession(engine) as session:
            query = select(Author)
            author = (await session.scalars(query)).one()
        async with AsyncSession(engine) as session:
            session.add(author)
            await session.refresh(author, ["books"])
        print([book.title for book in author.books])


asyncio.run(main())
