import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession


async def save(session: AsyncSession, name: str) -> None:
    session.add(Author(name=name))
    await session.commit()


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        await asyncio.gather(save(session, "Octavia"), save(session, "Stanislaw"))
        print("both saved")


asyncio.run(main())
