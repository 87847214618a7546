import asyncio

from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

runner = asyncio.Runner()
engine = create_async_engine(URL, pool_size=1, max_overflow=0, pool_pre_ping=True)


async def answer() -> int:
    async with engine.connect() as connection:
        return await connection.scalar(text("SELECT pg_backend_pid()"))


def handler(event: dict, context: object) -> int:
    return runner.run(answer())


async def freeze() -> None:
    """The environment sleeps, and meanwhile the server closes the connection."""
    administrator = create_async_engine(URL, poolclass=NullPool)
    async with administrator.connect() as connection:
        others = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
        await connection.execute(text(f"{others} WHERE datname = current_database() AND pid <> pg_backend_pid()"))


first = handler({}, None)
print("a warm call has the same connection:", handler({}, None) == first)
asyncio.run(freeze())
print("a call after a freeze has a new one:", handler({}, None) != first)
runner.run(engine.dispose())
runner.close()
