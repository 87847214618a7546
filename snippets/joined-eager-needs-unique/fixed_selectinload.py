import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        query = select(Author).options(selectinload(Author.books))
        authors = (await session.scalars(query)).all()
        print([(author.name, len(author.books)) for author in authors])


asyncio.run(main())
