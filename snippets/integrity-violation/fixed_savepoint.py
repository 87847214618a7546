import asyncio

from schema import Author, world
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        try:
            async with session.begin_nested():
                session.add(Author(id=1, name="Ursula"))
        except IntegrityError:
            print("there is one already")
        await session.commit()


asyncio.run(main())
