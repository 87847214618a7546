import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import async_sessionmaker


async def main() -> None:
    async with world() as engine:
        sessions = async_sessionmaker(engine)
        async with sessions() as session:
            author = await session.get(Author, 1)
            await session.commit()
            await session.refresh(author)
            print(author.name)


asyncio.run(main())
