import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload


async def main() -> None:
    async with world() as engine:
        async with AsyncSession(engine) as session:
            query = select(Author).options(selectinload(Author.books))
            authors = (await session.scalars(query)).all()
        for author in authors:
            print([book.title for book in author.books])


asyncio.run(main())
