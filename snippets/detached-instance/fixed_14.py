import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import sessionmaker


async def main() -> None:
    async with world() as engine:
        sessions = sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)
        async with sessions.begin() as session:
            session.add(author := Author(name="Octavia"))
        print(author.id, author.name)


asyncio.run(main())
