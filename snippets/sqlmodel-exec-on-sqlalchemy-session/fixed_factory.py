import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession


async def main() -> None:
    async with world() as engine:
        sessions = async_sessionmaker(engine, class_=AsyncSession)
        async with sessions() as session:
            result = await session.exec(select(Author))
            print([author.name for author in result])


asyncio.run(main())
