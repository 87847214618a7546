import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import async_sessionmaker


async def main() -> None:
    async with world() as engine:
        sessions = async_sessionmaker(engine, autobegin=False)
        async with sessions() as session:
            await session.begin()
            session.add(Author(name="Octavia"))
            await session.commit()
            print("saved")


asyncio.run(main())
