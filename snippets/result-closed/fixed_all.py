import asyncio

from schema import Book, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        titles = (await session.scalars(select(Book.title))).all()
        print(len(titles), "books, the first is", titles[0])


asyncio.run(main())
