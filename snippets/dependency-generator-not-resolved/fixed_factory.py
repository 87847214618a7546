import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker


async def main() -> None:
    async with world() as engine:
        sessions = async_sessionmaker(engine)
        async with sessions() as session:
            print((await session.execute(select(Author.name))).scalar_one())


asyncio.run(main())
