import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import load_only


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        query = select(Author).options(load_only(Author.name, Author.biography))
        for author in await session.scalars(query):
            print(author.biography)


asyncio.run(main())
