import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine:
        query = select(Author.name)
        async with AsyncSession(engine) as session:
            print(await session.scalar(query))


asyncio.run(main())
