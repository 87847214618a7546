import asyncio

from schema import Author, Base
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool, StaticPool


async def main() -> None:
    for pool in (StaticPool, NullPool):
        engine = create_async_engine("sqlite+aiosqlite://", poolclass=pool)
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        found = True
        async with engine.connect() as connection:
            try:
                await connection.scalar(select(func.count(Author.id)))
            except OperationalError as error:
                found = "no such table" not in str(error)
        print(f"{pool.__name__}: the next checkout finds the tables: {found}")
        assert found == (pool is StaticPool)
        await engine.dispose()


asyncio.run(main())
