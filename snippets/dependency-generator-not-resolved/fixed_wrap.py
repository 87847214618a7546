import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession


async def get_session(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    async with AsyncSession(engine) as session:
        yield session


session_scope = asynccontextmanager(get_session)


async def main() -> None:
    async with world() as engine, session_scope(engine) as session:
        print((await session.execute(select(Author.name))).scalar_one())


asyncio.run(main())
