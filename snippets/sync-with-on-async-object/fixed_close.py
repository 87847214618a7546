import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine:
        session = AsyncSession(engine)
        try:
            print(await session.scalar(select(Author.name)))
        finally:
            await session.close()


asyncio.run(main())
