import asyncio

from schema import world
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

CONNECTIONS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"


async def request(engine: AsyncEngine) -> int:
    async with AsyncSession(engine) as session:
        await session.execute(text("SELECT pg_sleep(0.02)"))
        return engine.pool.checkedout()


async def main() -> None:
    async with world(pool_size=2, max_overflow=1) as engine:
        out = await asyncio.gather(*[request(engine) for _ in range(30)])
        print("requests served:", len(out))
        print("most connections out at once:", max(out))
        async with engine.connect() as connection:
            print("connections kept:", await connection.scalar(text(CONNECTIONS)))


asyncio.run(main())
