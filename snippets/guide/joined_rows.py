import asyncio

from schema import Author, Book, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        authors = await session.scalars(select(Author).options(joinedload(Author.books)))
        print([len(author.books) for author in authors.unique()])

        books = await session.scalars(select(Book).options(joinedload(Book.author)).order_by(Book.id))
        print([book.author.name for book in books])


asyncio.run(main())
