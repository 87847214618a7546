import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession


@asynccontextmanager
async def new_session(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    async with AsyncSession(engine) as session:
        yield session


async def main() -> None:
    async with world() as engine, new_session(engine) as session:
        print(await session.scalar(select(Author.name)))


asyncio.run(main())
