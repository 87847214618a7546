import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


def titles(session: Session) -> list[list[str]]:
    return [[book.title for book in author.books] for author in session.scalars(select(Author))]


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        print(await session.run_sync(titles))


asyncio.run(main())
