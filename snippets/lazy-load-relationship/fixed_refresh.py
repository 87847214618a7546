import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        query = select(Author)
        for author in await session.scalars(query):
            await session.refresh(author, ["books"])
            print([book.title for book in author.books])


asyncio.run(main())
