import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from schema import world
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

closed = []


class Counting(AsyncSession):
    async def close(self) -> None:
        closed.append(1)
        await super().close()


@asynccontextmanager
async def get_session(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    async with Counting(engine) as session:
        yield session
        await session.close()


async def main() -> None:
    async with world() as engine:
        async with get_session(engine):
            pass
        print(f"the request went well: closed {len(closed)} times")
        assert len(closed) == 2
        closed.clear()
        try:
            async with get_session(engine):
                raise LookupError
        except LookupError:
            print(f"the request raised: closed {len(closed)} time, by the async with")
        assert len(closed) == 1


asyncio.run(main())
