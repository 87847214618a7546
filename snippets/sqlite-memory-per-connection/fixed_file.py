import asyncio

from schema import Base, Book
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool


async def titles(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with engine.connect() as connection:
        print((await connection.execute(select(Book.title))).all())
    await engine.dispose()


async def main() -> None:
    await titles(create_async_engine("sqlite+aiosqlite:///test.db", poolclass=NullPool))


asyncio.run(main())
