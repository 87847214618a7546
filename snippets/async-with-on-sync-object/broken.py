import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.orm import sessionmaker


async def main() -> None:
    async with world() as engine:
        sessions = sessionmaker(engine)
        async with sessions() as session:
            print(await session.scalar(select(Author.name)))


asyncio.run(main())
