import asyncio

from schema import URL, Author, world
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

CLOSE_ALL = text("""
    SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
""")


async def server_closes_connections() -> None:
    async with create_async_engine(URL, poolclass=NullPool).connect() as connection:
        await connection.execute(CLOSE_ALL)


async def main() -> None:
    async with world(pool_pre_ping=True) as engine:
        await server_closes_connections()
        async with engine.connect() as connection:
            print(f"closed in the pool: replaced at checkout, read {await connection.scalar(select(Author.name))}")
            await server_closes_connections()
            try:
                await connection.scalar(select(Author.name))
            except DBAPIError as error:
                lost = error.connection_invalidated
    print(f"closed after the checkout: the statement fails, the connection is lost: {lost}")
    assert lost


asyncio.run(main())
