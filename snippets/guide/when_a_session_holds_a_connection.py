import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.pool import AsyncAdaptedQueuePool


async def main() -> None:
    async with world(poolclass=AsyncAdaptedQueuePool) as engine:
        async with AsyncSession(engine, expire_on_commit=False) as session:
            print("session opened:", engine.pool.checkedout())
            author = await session.get_one(Author, 1)
            print("first statement:", engine.pool.checkedout())
            author.name = "Ursula K."
            await session.commit()
            print("after commit:", engine.pool.checkedout())
            await session.refresh(author)
            print("next statement:", engine.pool.checkedout())
        print("session closed:", engine.pool.checkedout())


asyncio.run(main())
