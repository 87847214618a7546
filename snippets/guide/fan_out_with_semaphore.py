import asyncio
from contextlib import nullcontext

from schema import world
from sqlalchemy import text
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession


async def report(engine: AsyncEngine, gate: asyncio.Semaphore | nullcontext) -> str:
    async with gate:
        try:
            async with AsyncSession(engine) as session:
                await session.execute(text("SELECT pg_sleep(0.05)"))
        except PoolTimeout:
            return "timed out"
    return "done"


async def main() -> None:
    async with world(pool_size=2, max_overflow=0, pool_timeout=0.2) as engine:
        for name, gate in ("no limit", nullcontext()), ("semaphore", asyncio.Semaphore(2)):
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(report(engine, gate)) for _ in range(20)]
            results = [task.result() for task in tasks]
            print(f"{name}: all done: {results.count('done') == 20}, some timed out: {'timed out' in results}")


asyncio.run(main())
