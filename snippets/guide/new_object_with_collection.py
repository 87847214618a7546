import asyncio

from schema import Author, Book, world
from sqlalchemy.ext.asyncio import async_sessionmaker


async def main() -> None:
    async with world() as engine:
        sessions = async_sessionmaker(engine, expire_on_commit=False)
        async with sessions() as session:
            session.add(author := Author(name="Octavia", books=[]))
            await session.commit()
            author.books.append(Book(title="Kindred"))
            await session.commit()
            print([book.title for book in author.books])


asyncio.run(main())
