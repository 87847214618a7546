import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        result = await session.execute(select(Author))
        authors = result.scalars()
        print([author.name for author in authors])


asyncio.run(main())
