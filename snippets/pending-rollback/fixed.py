import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        session.add(Author(id=1, name="Octavia"))
        try:
            await session.flush()
        except IntegrityError:
            await session.rollback()
            print("taken")
        print(await session.scalar(select(Author.name)))


asyncio.run(main())
