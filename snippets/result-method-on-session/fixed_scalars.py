import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        authors = (await session.scalars(select(Author).order_by(Author.id))).all()
        print([author.name for author in authors])


asyncio.run(main())
