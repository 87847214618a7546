import asyncio
import threading

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


def report(session: Session, thread: int) -> str:
    print("a plain Session:", type(session) is Session)
    print("the same thread:", threading.get_ident() == thread)
    author = session.scalars(select(Author)).one()
    return f"{author.name} wrote {len(author.books)} books"


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        print(await session.run_sync(report, threading.get_ident()))


asyncio.run(main())
