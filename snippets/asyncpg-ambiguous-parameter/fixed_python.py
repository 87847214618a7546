import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        name = None
        query = select(Author.name)
        if name is not None:
            query = query.where(Author.name == name)
        print((await session.scalars(query)).all())


asyncio.run(main())
