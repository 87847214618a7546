import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker


async def main() -> None:
    async with world() as engine:
        sessions = async_sessionmaker(engine)
        async with sessions() as session:
            result = await session.execute(select(Author))
            print([author.name for author in result.scalars()])


asyncio.run(main())
