import asyncio
import gc
import logging
import warnings

from schema import world
from sqlalchemy.exc import SAWarning
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlalchemy.pool import AsyncAdaptedQueuePool

logging.getLogger("sqlalchemy.pool").addHandler(logging.NullHandler())  # it logs the same text


async def read(engine: AsyncEngine) -> None:
    session = AsyncSession(engine)
    await session.connection()


async def main() -> None:
    async with world(poolclass=AsyncAdaptedQueuePool) as engine:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            await read(engine)
            gc.collect()
        await asyncio.sleep(0.05)  # the terminated connection's thread ends before the loop does
        said = [str(warning.message) for warning in caught if warning.category is SAWarning]
        print(f"SAWarning: {said[0].partition(' <')[0]}")
        assert "non-checked-in connection" in said[0]


asyncio.run(main())
