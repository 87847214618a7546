import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import async_sessionmaker


async def main() -> None:
    async with world() as engine:
        sessions = async_sessionmaker(engine, expire_on_commit=False)
        async with sessions.begin() as session:
            session.add(author := Author(name="Octavia"))
        print(author.id, author.name)


asyncio.run(main())
