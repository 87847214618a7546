import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        author = await session.scalar(select(Author).where(Author.id == "1"))
        print(author.name)


asyncio.run(main())
