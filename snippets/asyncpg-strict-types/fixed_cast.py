import asyncio

from schema import Author, world
from sqlalchemy import Integer, String, cast, select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        wanted = cast(cast("1", String), Integer)
        author = await session.scalar(select(Author).where(Author.id == wanted))
        print(author.name)


asyncio.run(main())
