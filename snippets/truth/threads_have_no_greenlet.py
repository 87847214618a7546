import asyncio
import threading
import warnings

from schema import Author, Base, Book, world
from sqlalchemy import create_engine, func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

warnings.filterwarnings("ignore", "coroutine 'Connection.cursor' was never awaited")  # only follows the error
refused = []


def count(session: Session) -> None:
    try:
        session.scalar(select(func.count(Book.id)))
    except SQLAlchemyError as error:
        refused.append("greenlet_spawn has not been called" in str(error))


def start_a_thread(session: Session) -> None:
    thread = threading.Thread(target=count, args=(session,))
    thread.start()
    thread.join()


def own_session() -> int:
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        return session.scalar(select(func.count(Author.id)))


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        await asyncio.to_thread(count, session.sync_session)
        await session.run_sync(start_a_thread)
    print(f"to_thread with the async session's own session: refused: {refused[0]}")
    print(f"a thread started inside run_sync: refused: {refused[1]}")
    print(f"to_thread with a session of its own: counted {await asyncio.to_thread(own_session)} authors")
    assert refused == [True, True]


asyncio.run(main())
