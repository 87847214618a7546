import asyncio
import time
from collections.abc import Awaitable

from schema import world
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

SLOW = text("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500000) SELECT max(i) FROM n")


def query(session: Session) -> None:
    session.execute(SLOW)


def compute(session: Session) -> None:
    time.sleep(0.1)


async def others_ran_during(work: Awaitable[None]) -> bool:
    turns = 0

    async def other() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0.001)

    task = asyncio.create_task(other())
    await work
    task.cancel()
    return turns > 0


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        print("Did another task run meanwhile?")
        print("run_sync, slow query:  ", await others_ran_during(session.run_sync(query)))
        print("run_sync, slow Python: ", await others_ran_during(session.run_sync(compute)))
        print("to_thread, slow Python:", await others_ran_during(asyncio.to_thread(time.sleep, 0.1)))


asyncio.run(main())
