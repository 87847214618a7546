import asyncio

from schema import Book, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


async def titles(session: AsyncSession) -> list[str]:
    return list(await session.scalars(select(Book.title)))


def work(session: AsyncSession, loop: asyncio.AbstractEventLoop) -> list[str]:
    return asyncio.run_coroutine_threadsafe(titles(session), loop).result()


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        print(await asyncio.to_thread(work, session, asyncio.get_running_loop()))


asyncio.run(main())
