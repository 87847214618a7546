import asyncio
import threading

from greenlet import getcurrent
from schema import Author, world
from sqlalchemy import event, select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    caller, thread = getcurrent(), threading.get_ident()

    def watch(*_: object) -> None:
        print("in a greenlet of SQLAlchemy:", type(getcurrent()).__name__)
        print("its parent is the caller:", getcurrent().parent is caller)
        print("same thread:", threading.get_ident() == thread)

    async with world() as engine, AsyncSession(engine) as session:
        event.listen(engine.sync_engine, "before_cursor_execute", watch)
        print(await session.scalar(select(Author.name)))


asyncio.run(main())
