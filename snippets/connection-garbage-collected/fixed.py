import asyncio
import gc

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession


async def name(engine: AsyncEngine) -> str:
    async with AsyncSession(engine) as session:
        author = await session.get_one(Author, 1)
        return author.name


async def main() -> None:
    async with world() as engine:
        print(await name(engine))
        gc.collect()
        await asyncio.sleep(0.05)  # a terminated connection's thread ends before the loop does


asyncio.run(main())
