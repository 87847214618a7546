import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        session.add(Author(id=1, name="Ursula"))
        await session.commit()


asyncio.run(main())
