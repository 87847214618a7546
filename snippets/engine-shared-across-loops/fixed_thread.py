import asyncio

from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

engine = create_async_engine(URL)


async def answer() -> int:
    async with AsyncSession(engine) as session:
        return await session.scalar(text("select 42"))


def work(loop: asyncio.AbstractEventLoop) -> int:
    return asyncio.run_coroutine_threadsafe(answer(), loop).result()


async def main() -> None:
    print(await answer())
    print(await asyncio.to_thread(work, asyncio.get_running_loop()))
    await engine.dispose()


asyncio.run(main())
