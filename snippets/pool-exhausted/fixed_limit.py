import asyncio

from schema import Author, world
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlalchemy.pool import AsyncAdaptedQueuePool

POOL = {"poolclass": AsyncAdaptedQueuePool, "pool_size": 2, "max_overflow": 0, "pool_timeout": 2}


async def clock(engine: AsyncEngine) -> object:
    async with AsyncSession(engine) as session:
        return await session.scalar(select(func.now()))


async def show(engine: AsyncEngine, number: int, at_once: asyncio.Semaphore) -> None:
    async with at_once, AsyncSession(engine) as session:
        author = await session.get_one(Author, number)
        print(author.name, await clock(engine))


async def main() -> None:
    async with world(**POOL) as engine:
        async with AsyncSession(engine) as session:
            numbers = (await session.scalars(select(Author.id))).all()
        at_once = asyncio.Semaphore(1)
        await asyncio.gather(*[show(engine, number, at_once) for number in numbers])


asyncio.run(main())
