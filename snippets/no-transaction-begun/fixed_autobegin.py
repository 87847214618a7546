import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import async_sessionmaker


async def main() -> None:
    async with world() as engine:
        sessions = async_sessionmaker(engine)
        async with sessions() as session:
            session.add(Author(name="Octavia"))
            await session.commit()
            print("saved")


asyncio.run(main())
