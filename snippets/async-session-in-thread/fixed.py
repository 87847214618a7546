import asyncio

from schema import Book, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


def titles(session: Session) -> list[str]:
    return list(session.scalars(select(Book.title)))


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        print(await session.run_sync(titles))


asyncio.run(main())
