import asyncio

from schema import world
from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlalchemy.pool import AsyncAdaptedQueuePool

POOL = {"poolclass": AsyncAdaptedQueuePool, "pool_size": 2, "max_overflow": 0}
connections = set()


async def request(engine: AsyncEngine) -> int:
    async with AsyncSession(engine) as session:
        return await session.scalar(text("select 1"))


async def main() -> None:
    async with world(**POOL) as engine:
        event.listen(engine.sync_engine, "checkout", lambda driver, record, fairy: connections.add(record))
        answers = await asyncio.gather(*[request(engine) for _ in range(100)])
    print(f"{sum(answers)} requests at once, all answered, by {len(connections)} connections")
    assert sum(answers) == 100
    assert len(connections) <= 2


asyncio.run(main())
