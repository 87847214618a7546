import asyncio
from collections.abc import AsyncIterator

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession


async def get_session(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    async with AsyncSession(engine) as session:
        yield session


async def main() -> None:
    async with world() as engine:
        query = select(Author.name)
        session = get_session(engine)
        print((await session.execute(query)).scalar_one())


asyncio.run(main())
