import asyncio

from schema import world
from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.pool import AsyncAdaptedQueuePool

opened = []


async def use(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        await connection.execute(text("select 1"))


async def main() -> None:
    async with world(poolclass=AsyncAdaptedQueuePool, pool_recycle=0.2) as engine:
        event.listen(engine.sync_engine, "connect", lambda driver, record: opened.append(1))
        await asyncio.sleep(0.4)
        print(f"too old, and nobody asks for it: {len(opened)} new connections")
        assert not opened
        await use(engine)
        print(f"at the next checkout: {len(opened)} new connection")
        assert len(opened) == 1


asyncio.run(main())
