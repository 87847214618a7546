import asyncio
import threading

from schema import Author, world
from sqlalchemy import select

by_name = select(Author.id).where(Author.name == "Ursula")


async def main() -> None:
    async with world() as engine, engine.connect() as connection:
        dialect = engine.dialect
        raw = await connection.get_raw_connection()
        print("driver:", dialect.driver, "| its connection:", type(raw.driver_connection).__module__)
        print("pool:", type(engine.pool).__name__)
        print("placeholder:", str(by_name.compile(dialect=dialect)).partition("name = ")[2])
        print("threads besides the main one:", threading.active_count() - 1)
        print("server-side cursors:", dialect.supports_server_side_cursors)
        print("INSERT ... RETURNING:", dialect.insert_returning)


asyncio.run(main())
