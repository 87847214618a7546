import asyncio

from schema import Author, world
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session, session.begin():
        try:
            async with session.begin_nested():
                session.add(Author(id=1, name="Octavia"))
        except IntegrityError:
            print("taken")
        print(await session.scalar(select(func.count(Author.id))), "author")


asyncio.run(main())
