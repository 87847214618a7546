import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


def names(session: Session) -> list[str]:
    query = select(Author).execution_options(stream_results=True)
    return [author.name for author in session.scalars(query)]


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        print(await session.run_sync(names))


asyncio.run(main())
