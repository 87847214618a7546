import asyncio
import time
from collections.abc import Awaitable

from schema import Author, Base, world
from sqlalchemy import create_engine, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

synchronous = create_engine("sqlite:///library.db")
Base.metadata.create_all(synchronous)


def report() -> int:
    with Session(synchronous) as session:
        time.sleep(0.3)
        return session.scalar(select(func.count(Author.id)))


async def call() -> int:
    return report()


async def longest_pause(work: Awaitable[object]) -> float:
    task, longest, last = asyncio.ensure_future(work), 0.0, time.monotonic()
    while not task.done():
        await asyncio.sleep(0.005)
        now = time.monotonic()
        longest, last = max(longest, now - last), now
    await task
    return longest


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        print("called:", await longest_pause(call()) > 0.25)
        print("in run_sync:", await longest_pause(session.run_sync(lambda _: report())) > 0.25)
        print("in to_thread:", await longest_pause(asyncio.to_thread(report)) > 0.25)
    synchronous.dispose()


print("The loop stood still for more than 250 ms?")
asyncio.run(main())
