import asyncio
import time
from collections.abc import Awaitable

from schema import Author, world
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

authors = select(Author)


async def at_once(session: AsyncSession) -> int:
    return len((await session.scalars(authors)).all())


async def streamed(session: AsyncSession) -> int:
    rows = await session.stream_scalars(authors.execution_options(yield_per=200))
    return sum([1 async for author in rows])


async def longest_pause(work: Awaitable[int]) -> float:
    task, longest, last = asyncio.ensure_future(work), 0.0, time.monotonic()
    while not task.done():
        await asyncio.sleep(0.001)
        now = time.monotonic()
        longest, last = max(longest, now - last), now
    assert await task == 10_001
    return longest


async def main() -> None:
    async with world() as engine:
        async with engine.begin() as connection:
            await connection.execute(insert(Author), [{"name": "Octavia"}] * 10_000)
        async with AsyncSession(engine) as session:
            whole = await longest_pause(at_once(session))
        async with AsyncSession(engine) as session:
            print("streaming pauses the loop for less time:", await longest_pause(streamed(session)) < whole)


asyncio.run(main())
