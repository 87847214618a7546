import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker


async def initial(sessions: async_sessionmaker[AsyncSession]) -> str:
    async with sessions() as session:
        author = (await session.scalars(select(Author))).one()
        return author.name[0]


async def main() -> None:
    async with world() as engine:
        sessions = async_sessionmaker(engine, expire_on_commit=False)
        print(await asyncio.gather(*(initial(sessions) for _ in range(3))))


asyncio.run(main())
