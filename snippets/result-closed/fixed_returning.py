import asyncio

from schema import Author, world
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        change = update(Author).where(Author.id == 1).values(name="Ursula K.")
        result = await session.execute(change.returning(Author.name))
        print(result.scalar_one())
        await session.commit()


asyncio.run(main())
