import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        authors = [Author(name="Octavia"), Author(name="Joanna")]
        session.add_all(authors)
        await session.commit()
        print("saved")


asyncio.run(main())
