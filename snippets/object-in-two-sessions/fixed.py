import asyncio

from schema import Author, Book, world
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        author = await session.get_one(Author, 1)
        session.add(Book(title="Word", author=author))
        await session.commit()
        print("saved")


asyncio.run(main())
