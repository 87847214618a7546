import asyncio
from uuid import uuid4

from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

POOLER = {
    "statement_cache_size": 0,
    "prepared_statement_cache_size": 0,
    "prepared_statement_name_func": lambda: f"__asyncpg_{uuid4()}__",
}
SHOW = text("SHOW statement_timeout")


async def main() -> None:
    engine = create_async_engine(URL, connect_args=POOLER)
    async with engine.connect() as first, engine.connect() as second:
        await first.execute(text("SET statement_timeout = '5s'"))
        await first.commit()
        print("another client:", await second.scalar(SHOW))  # pgbouncer lends it first's server connection
        print("the client that set it:", await first.scalar(SHOW))
        await first.execute(text("SET LOCAL statement_timeout = '7s'"))
        print("SET LOCAL, same transaction:", await first.scalar(SHOW))
    await engine.dispose()


asyncio.run(main())
