import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine:
        async with AsyncSession(engine) as session:
            query = select(Author)
            authors = (await session.scalars(query)).all()
        async with AsyncSession(engine) as session:
            for author in authors:
                session.add(author)
                await session.refresh(author, ["books"])
        for author in authors:
            print([book.title for book in author.books])


asyncio.run(main())
