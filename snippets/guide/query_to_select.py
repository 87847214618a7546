import asyncio

from schema import Author, Book, world
from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        books = await session.scalars(select(Book).order_by(Book.title))
        print("all:   ", [book.title for book in books])
        print("one:   ", (await session.scalars(select(Author).where(Author.name == "Ursula"))).one().name)
        print("first: ", (await session.scalars(select(Book).order_by(Book.id).limit(1))).first().title)
        print("get:   ", (await session.get(Author, 1)).name, await session.get(Author, 2))
        print("count: ", await session.scalar(select(func.count()).select_from(Book)))
        print("exists:", await session.scalar(select(exists().where(Book.title == "City"))))
        pairs = await session.execute(select(Author.name, Book.title).join(Author.books).order_by(Book.title))
        print("join:  ", [(row.name, row.title) for row in pairs])


asyncio.run(main())
