import asyncio

from schema import Author, world
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession


async def count(session: AsyncSession) -> int:
    return await session.scalar(select(func.count(Author.id)))


async def count_authors(session: AsyncSession) -> int:
    return await count(session)


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        print(await count_authors(session))


asyncio.run(main())
