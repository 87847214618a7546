import asyncio

from schema import world
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.pool import AsyncAdaptedQueuePool


async def main() -> None:
    async with world(poolclass=AsyncAdaptedQueuePool) as engine:
        async with AsyncSession(engine) as session:
            await session.connection()
            print(f"in the session: {engine.pool.checkedout()} in use, {engine.pool.checkedin()} in the pool")
        print(f"after `async with`: {engine.pool.checkedout()} in use, {engine.pool.checkedin()} in the pool")
        assert (engine.pool.checkedout(), engine.pool.checkedin()) == (0, 1)
        await engine.dispose()
        print(f"after dispose(): {engine.pool.checkedout()} in use, {engine.pool.checkedin()} in the pool")
        assert (engine.pool.checkedout(), engine.pool.checkedin()) == (0, 0)


asyncio.run(main())
