import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine:
        async with AsyncSession(engine) as session:
            query = select(Author)
            authors = (await session.scalars(query)).all()
            titles = [book.title for author in authors for book in await author.awaitable_attrs.books]
        print(titles)


asyncio.run(main())
