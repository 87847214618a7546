import asyncio
import time

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

INTERVAL = 0.01


async def monitor(delays: list[float]) -> None:
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + INTERVAL
        await asyncio.sleep(INTERVAL)
        delays.append(loop.time() - due)


async def request(session: AsyncSession) -> None:
    await session.scalars(select(Author))
    time.sleep(0.05)  # the planted block
    await session.scalars(select(Author))


async def main() -> None:
    delays: list[float] = []
    watch = asyncio.create_task(monitor(delays))
    async with world() as engine, AsyncSession(engine) as session:
        await request(session)
    await asyncio.sleep(2 * INTERVAL)
    watch.cancel()
    late = [delay for delay in delays if delay >= 0.04]
    assert late, "the block was not noticed"
    print("the monitor ran more than once:", len(delays) > 1)
    print("it came 40 ms late or more:", bool(late))


asyncio.run(main())
