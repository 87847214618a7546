import asyncio
from uuid import uuid4

from schema import Author, world
from sqlalchemy import select, text

POOLER = {
    "statement_cache_size": 0,
    "prepared_statement_cache_size": 0,
    "prepared_statement_name_func": lambda: f"__asyncpg_{uuid4()}__",
}


async def main() -> None:
    async with world(connect_args=POOLER) as engine, engine.connect() as first, engine.connect() as second:
        print(await first.scalar(select(Author.name)))
        await first.rollback()
        await second.execute(text("SELECT 1"))  # pgbouncer lends it the server connection that first had
        print(await first.scalar(select(Author.name)))


asyncio.run(main())
