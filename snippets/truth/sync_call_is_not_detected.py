import asyncio
import threading

import greenlet
from schema import Author, Base
from sqlalchemy import create_engine, event, select
from sqlalchemy.orm import Session

engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
greenlets, threads = set(), set()


def before_cursor_execute(*arguments: object) -> None:
    greenlets.add(greenlet.getcurrent())
    threads.add(threading.get_ident())


async def main() -> None:
    event.listen(engine, "before_cursor_execute", before_cursor_execute)
    with Session(engine) as session:
        session.add(Author(name="Ursula"))
        session.commit()
        print(session.scalars(select(Author.name)).one(), "was read, and nothing was raised")
    print(f"a greenlet was made for it: {greenlets != {greenlet.getcurrent()}}")
    print(f"a thread was made for it: {threads != {threading.get_ident()}}")
    assert greenlets == {greenlet.getcurrent()}
    assert threads == {threading.get_ident()}


asyncio.run(main())
engine.dispose()
