import asyncio

from schema import Author, world
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession


async def count() -> int:
    async with world() as engine, AsyncSession(engine) as session:
        return await session.scalar(select(func.count(Author.id)))


def count_authors() -> int:
    return asyncio.run(count())


async def main() -> None:
    print(await asyncio.to_thread(count_authors))


asyncio.run(main())
