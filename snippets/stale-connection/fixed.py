import asyncio

from schema import Author, world
from server import close_idle_connections
from sqlalchemy import select


async def main() -> None:
    async with world(pool_pre_ping=True) as engine:
        await close_idle_connections()
        async with engine.connect() as connection:
            print(await connection.scalar(select(Author.name)))


asyncio.run(main())
