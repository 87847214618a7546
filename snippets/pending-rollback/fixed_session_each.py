import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import async_sessionmaker


async def main() -> None:
    async with world() as engine:
        sessions = async_sessionmaker(engine)
        try:
            async with sessions.begin() as session:
                session.add(Author(id=1, name="Octavia"))
        except IntegrityError:
            print("taken")
        async with sessions() as session:
            print(await session.scalar(select(Author.name)))


asyncio.run(main())
