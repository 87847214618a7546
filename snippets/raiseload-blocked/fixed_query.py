import asyncio

from schema import Author, Book, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import raiseload, with_parent


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        query = select(Author).options(raiseload("*"))
        for author in await session.scalars(query):
            books = await session.scalars(select(Book).where(with_parent(author, Author.books)))
            print([book.title for book in books])


asyncio.run(main())
