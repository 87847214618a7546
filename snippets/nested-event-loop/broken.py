import asyncio

from schema import Author, world
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession


async def count(session: AsyncSession) -> int:
    return await session.scalar(select(func.count(Author.id)))


def count_authors(session: AsyncSession) -> int:
    return asyncio.run(count(session))


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        print(count_authors(session))


asyncio.run(main())
