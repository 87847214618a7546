import asyncio

from schema import Author, world
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


def count_authors(session: Session) -> int:
    return session.scalar(select(func.count(Author.id)))


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        print(await session.run_sync(count_authors))


asyncio.run(main())
