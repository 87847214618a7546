import asyncio

from schema import Author, Book, world
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        query = select(Author)
        author = (await session.scalars(query)).one()
        session.add(Book(title="Word", author=author))
        await session.commit()
        print(await session.scalar(select(func.count(Book.id))), "books")


asyncio.run(main())
