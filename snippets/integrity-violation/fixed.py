import asyncio

from schema import Author, world
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        session.add(Author(id=1, name="Ursula"))
        try:
            await session.commit()
        except IntegrityError:
            await session.rollback()
            print("there is one already")


asyncio.run(main())
