import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        query = select(Author).options(selectinload(Author.books))
        for author in await session.scalars(query):
            print([book.title for book in author.books])


asyncio.run(main())
