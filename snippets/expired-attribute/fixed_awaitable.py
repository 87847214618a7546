import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker


async def main() -> None:
    async with world() as engine:
        sessions = async_sessionmaker(engine)
        async with sessions() as session:
            authors = (await session.scalars(select(Author))).all()
            await session.commit()
            for author in authors:
                print(await author.awaitable_attrs.name)


asyncio.run(main())
