import asyncio

from schema import Author, world
from server import close_idle_connections
from sqlalchemy import select


async def main() -> None:
    async with world(pool_pre_ping=True) as engine:
        async with engine.connect() as connection:
            numbers = (await connection.scalars(select(Author.id))).all()
        await close_idle_connections()
        for number in numbers:
            async with engine.connect() as connection:
                print(await connection.scalar(select(Author.name).where(Author.id == number)))


asyncio.run(main())
