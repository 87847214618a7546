import asyncio
import gc
import warnings

from schema import URL, Author, world
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

ran = []


async def listener(*arguments: object) -> None:
    ran.append("listener")


async def main() -> None:
    try:
        event.listen(create_async_engine(URL), "connect", listener)
    except NotImplementedError as error:
        raised = error
    print(f"on an AsyncEngine: {type(raised).__name__}: {str(raised).partition('.')[0]}")
    event.listen(Author, "before_insert", listener)
    async with world() as engine, AsyncSession(engine) as session:
        session.add(Author(name="Octavia"))
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            await session.flush()
            gc.collect()
        print(f"on a mapped class: {caught[0].message}; it ran: {bool(ran)}")
        assert not ran


asyncio.run(main())
