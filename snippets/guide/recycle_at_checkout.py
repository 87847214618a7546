import asyncio

from schema import world
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

BACKEND = text("SELECT pg_backend_pid()")


async def age(connection: AsyncConnection) -> int:
    await asyncio.sleep(0.4)
    return await connection.scalar(BACKEND)


async def main() -> None:
    async with world(pool_recycle=0.2) as engine:  # seconds; 1800 would be an ordinary value
        async with engine.connect() as connection:
            first = await connection.scalar(BACKEND)
            print("replaced while in use:", await age(connection) != first)
        await asyncio.sleep(0.4)
        print("still in the pool when too old:", engine.pool.checkedin() == 1)
        async with engine.connect() as connection:
            print("replaced at checkout:", await connection.scalar(BACKEND) != first)


asyncio.run(main())
