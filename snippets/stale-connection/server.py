"""Does what a server does after its idle timeout or a restart: closes every connection that waits in the pool."""

import asyncio

from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

POSTGRESQL = """
    SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
MARIADB = "SELECT id FROM information_schema.processlist WHERE db = database() AND id <> connection_id()"


async def close_idle_connections() -> None:
    engine = create_async_engine(URL, poolclass=NullPool)
    async with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            await connection.execute(text(POSTGRESQL))
        else:
            for number in (await connection.scalars(text(MARIADB))).all():
                await connection.execute(text(f"KILL {number}"))
            while (await connection.scalars(text(MARIADB))).all():
                await asyncio.sleep(0.01)
