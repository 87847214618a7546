import asyncio

from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool


async def backends(engine: AsyncEngine) -> set[int]:
    numbers = set()
    for _ in range(3):
        async with engine.connect() as connection:
            numbers.add(await connection.scalar(text("SELECT pg_backend_pid()")))
    return numbers


async def main() -> None:
    engine = create_async_engine(URL)
    print("the default pool, three checkouts, connections:", len(await backends(engine)))
    print("kept:", engine.pool.checkedin())
    await engine.dispose()

    engine = create_async_engine(URL, poolclass=NullPool)
    print("NullPool, three checkouts, connections:", len(await backends(engine)))


asyncio.run(main())
