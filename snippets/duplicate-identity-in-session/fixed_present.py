import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine:
        async with AsyncSession(engine) as session:
            cached = await session.get_one(Author, 1)
            session.expunge(cached)
        async with AsyncSession(engine) as session:
            author = await session.get_one(Author, cached.id)
            author.name = "Ursula K."
            await session.commit()
            print("saved")


asyncio.run(main())
