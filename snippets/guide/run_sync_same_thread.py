import asyncio
import threading

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


def report(session: Session) -> list[str]:
    """Old code: it reads a relationship that no query loaded."""
    print("same thread as the loop:", threading.current_thread() is threading.main_thread())
    author = session.scalars(select(Author)).one()
    return [book.title for book in author.books]


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        print(await session.run_sync(report))


asyncio.run(main())
