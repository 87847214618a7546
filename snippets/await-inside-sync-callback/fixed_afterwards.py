import asyncio

from schema import Author, Book, world
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession


async def add_book(session: AsyncSession, author: Author) -> None:
    await session.execute(insert(Book).values(title="Kindred", author_id=author.id))


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        author = Author(name="Octavia")
        session.add(author)
        await session.flush()
        await add_book(session, author)
        print(await session.scalar(select(Book.title).order_by(Book.id.desc())))


asyncio.run(main())
