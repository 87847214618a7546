import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import sessionmaker


async def main() -> None:
    async with world() as engine:
        new_session = sessionmaker(engine, class_=AsyncSession)
        async with new_session() as session:
            print(await session.scalar(select(Author.name)))


asyncio.run(main())
