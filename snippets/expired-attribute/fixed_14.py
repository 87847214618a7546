import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import sessionmaker


async def main() -> None:
    async with world() as engine:
        sessions = sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)
        async with sessions() as session:
            author = await session.get(Author, 1)
            await session.commit()
            print(author.name)


asyncio.run(main())
