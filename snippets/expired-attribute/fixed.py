import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import async_sessionmaker


async def main() -> None:
    async with world() as engine:
        sessions = async_sessionmaker(engine, expire_on_commit=False)
        async with sessions() as session:
            author = await session.get(Author, 1)
            await session.commit()
            print(author.name)


asyncio.run(main())
