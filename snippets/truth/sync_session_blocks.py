import asyncio
import time

from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

SLOW = text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT max(i) FROM n")


async def tick(gaps: list[float]) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.002)
        gaps.append(time.perf_counter() - before)


async def main() -> None:
    gaps = []
    ticker = asyncio.create_task(tick(gaps))
    await asyncio.sleep(0.01)
    with Session(create_engine("sqlite://")) as session:
        before = time.perf_counter()
        print(f"a synchronous session in a coroutine read {session.scalar(SLOW)}; nothing was raised")
        took = time.perf_counter() - before
    await asyncio.sleep(0.01)
    ticker.cancel()
    print(f"the loop stood still for as long as the SELECT took: {max(gaps) > 0.9 * took}")
    assert max(gaps) > 0.9 * took


asyncio.run(main())
