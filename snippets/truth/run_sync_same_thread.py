import asyncio
import threading

import greenlet
from schema import world
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


def inside(session: Session) -> tuple[int, greenlet.greenlet]:
    return threading.get_ident(), greenlet.getcurrent()


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        thread, current = await session.run_sync(inside)
        print(f"same thread: {thread == threading.get_ident()}")
        print(f"another greenlet: {current is not greenlet.getcurrent()}, of type {type(current).__name__}")
        assert thread == threading.get_ident()
        assert current is not greenlet.getcurrent()


asyncio.run(main())
