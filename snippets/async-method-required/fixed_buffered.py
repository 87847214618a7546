import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        query = select(Author)
        result = await session.execute(query)
        print([author.name for author in result.scalars()])


asyncio.run(main())
