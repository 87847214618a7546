import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlalchemy.pool import AsyncAdaptedQueuePool

POOL = {"poolclass": AsyncAdaptedQueuePool, "pool_size": 1, "max_overflow": 0, "pool_timeout": 0.1}


async def name(engine: AsyncEngine) -> str:
    async with AsyncSession(engine) as session:
        return (await session.scalars(select(Author.name))).one()


async def main() -> None:
    async with world(**POOL) as engine:
        print([await name(engine) for _ in range(3)])


asyncio.run(main())
