import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession


async def save(engine: AsyncEngine, name: str) -> None:
    async with AsyncSession(engine) as session:
        session.add(Author(name=name))
        await session.commit()


async def main() -> None:
    async with world() as engine:
        await asyncio.gather(save(engine, "Octavia"), save(engine, "Stanislaw"))
        print("both saved")


asyncio.run(main())
