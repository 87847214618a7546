import asyncio
import time

from schema import world
from sqlalchemy import text
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import AsyncAdaptedQueuePool

POOL = {"poolclass": AsyncAdaptedQueuePool, "pool_size": 1, "max_overflow": 0, "pool_timeout": 0.4}


async def tick(gaps: list[float]) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.002)
        gaps.append(time.perf_counter() - before)


async def main() -> None:
    async with world(**POOL) as engine, engine.connect() as connection:
        await connection.execute(text("select 1"))
        gaps = []
        ticker = asyncio.create_task(tick(gaps))
        try:
            await engine.connect()
        except PoolTimeout:
            waited = True
        ticker.cancel()
    print(f"a second connection was waited for, 0.4 seconds, and did not come: {waited}")
    print(f"the loop stood still meanwhile: {max(gaps) > 0.2}; other tasks ran at least 10 times: {len(gaps) > 10}")
    assert max(gaps) < 0.2
    assert len(gaps) > 10


asyncio.run(main())
