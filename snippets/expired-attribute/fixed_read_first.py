import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker


async def main() -> None:
    async with world() as engine:
        sessions = async_sessionmaker(engine)
        async with sessions() as session:
            authors = (await session.scalars(select(Author))).all()
            names = [author.name for author in authors]
            await session.commit()
            print(names)


asyncio.run(main())
