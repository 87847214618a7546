import asyncio
import time
from collections.abc import Awaitable

from schema import world
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

SLOW = text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT max(i) FROM n")


def other_library(session: Session | None = None) -> None:
    time.sleep(0.3)


async def tick(gaps: list[float]) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.002)
        gaps.append(time.perf_counter() - before)


async def stands_still(work: Awaitable[object]) -> bool:
    gaps = []
    ticker = asyncio.create_task(tick(gaps))
    await asyncio.sleep(0.01)
    await work
    await asyncio.sleep(0.01)
    ticker.cancel()
    return max(gaps) > 0.15


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        blocked = await stands_still(session.run_sync(other_library))
        thread = await stands_still(asyncio.to_thread(other_library))
        query = await stands_still(session.run_sync(lambda sync: sync.scalar(SLOW)))
    print(f"run_sync with a sleep: the loop stood still: {blocked}")
    print(f"to_thread with the same sleep: {thread}")
    print(f"run_sync with a slow SELECT: {query}")
    assert (blocked, thread, query) == (True, False, False)


asyncio.run(main())
