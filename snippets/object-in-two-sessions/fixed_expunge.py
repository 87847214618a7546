import asyncio

from schema import Author, Book, world
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as first, AsyncSession(engine) as second:
        author = await first.get_one(Author, 1)
        first.expunge(author)
        second.add(Book(title="Word", author=author))
        await second.commit()
        print("saved")


asyncio.run(main())
