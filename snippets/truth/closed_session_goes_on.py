import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine:
        session = AsyncSession(engine)
        await session.close()
        author = await session.get_one(Author, 1)
        print(f"after close() it begins a new transaction: read {author.name}")
        await session.close()


asyncio.run(main())
