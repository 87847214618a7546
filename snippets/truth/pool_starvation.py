import asyncio

from schema import world
from sqlalchemy import text
from sqlalchemy.exc import MissingGreenlet
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.pool import AsyncAdaptedQueuePool

POOL = {"poolclass": AsyncAdaptedQueuePool, "pool_size": 2, "max_overflow": 0, "pool_timeout": 0.1}


async def hold(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        await connection.execute(text("select 1"))
        await asyncio.sleep(0.5)


async def main() -> None:
    async with world(**POOL) as engine:
        ends = await asyncio.gather(*[hold(engine) for _ in range(6)], return_exceptions=True)
        timeouts = [end for end in ends if isinstance(end, PoolTimeout)]
        print(f"6 tasks on 2 connections: {ends.count(None)} well, {len(timeouts)} TimeoutError")
        print(str(timeouts[0]).partition(",")[0], f"(the pool is {type(engine.pool).__name__})")
        assert len(timeouts) == 4
        assert not any(isinstance(end, MissingGreenlet) for end in ends)
        assert type(engine.pool) is AsyncAdaptedQueuePool


asyncio.run(main())
