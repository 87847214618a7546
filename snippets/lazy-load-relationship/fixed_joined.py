import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        query = select(Author).options(joinedload(Author.books))
        for author in (await session.scalars(query)).unique():
            print([book.title for book in author.books])


asyncio.run(main())
