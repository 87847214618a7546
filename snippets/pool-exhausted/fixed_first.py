import asyncio

from schema import Author, world
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlalchemy.pool import AsyncAdaptedQueuePool

POOL = {"poolclass": AsyncAdaptedQueuePool, "pool_size": 1, "max_overflow": 0, "pool_timeout": 0.1}


async def clock(engine: AsyncEngine) -> object:
    async with AsyncSession(engine) as session:
        return await session.scalar(select(func.now()))


async def main() -> None:
    async with world(**POOL) as engine:
        async with AsyncSession(engine) as session:
            author = await session.get_one(Author, 1)
        print(author.name, await clock(engine))


asyncio.run(main())
