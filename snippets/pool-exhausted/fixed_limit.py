import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlalchemy.pool import AsyncAdaptedQueuePool

POOL = {"poolclass": AsyncAdaptedQueuePool, "pool_size": 1, "max_overflow": 0, "pool_timeout": 0.1}


async def name(engine: AsyncEngine, at_once: asyncio.Semaphore) -> str:
    async with at_once, AsyncSession(engine) as session:
        return (await session.scalars(select(Author.name))).one()


async def main() -> None:
    async with world(**POOL) as engine:
        at_once = asyncio.Semaphore(1)
        print(await asyncio.gather(*[name(engine, at_once) for _ in range(5)]))


asyncio.run(main())
