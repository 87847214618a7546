import asyncio

from schema import Author, world
from sqlalchemy import select, text


async def main() -> None:
    async with world() as engine, engine.connect() as first, engine.connect() as second:
        print(await first.scalar(select(Author.name)))
        await first.rollback()
        await second.execute(text("SELECT 1"))  # pgbouncer lends it the server connection that first had
        print(await first.scalar(select(Author.name)))


asyncio.run(main())
