import asyncio

from schema import Author, world
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session, session.begin():
        session.add(Author(name="Octavia"))
        await session.commit()
        print(await session.scalar(select(func.count(Author.id))), "authors")


asyncio.run(main())
