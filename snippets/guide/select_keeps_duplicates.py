import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


def authors_of_books(session: Session) -> list[str]:
    return [author.name for author in session.query(Author).join(Author.books)]


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        print("query():   ", await session.run_sync(authors_of_books))
        query = select(Author).join(Author.books)
        print("select():  ", [author.name for author in await session.scalars(query)])
        print("distinct():", [author.name for author in await session.scalars(query.distinct())])
        print("unique():  ", [author.name for author in (await session.scalars(query)).unique()])


asyncio.run(main())
