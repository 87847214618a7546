import asyncio
import gc
from collections.abc import AsyncIterator

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession


async def get_session(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    async with AsyncSession(engine) as session:
        yield session


async def main() -> None:
    async with world() as engine:
        async for session in get_session(engine):
            print((await session.get_one(Author, 1)).name)
        gc.collect()
        await asyncio.sleep(0.05)  # a terminated connection's thread ends before the loop does


asyncio.run(main())
