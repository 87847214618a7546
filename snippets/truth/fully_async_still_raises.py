import asyncio
import warnings
from collections.abc import Callable

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import async_sessionmaker

warnings.filterwarnings("ignore", "coroutine 'Connection.cursor' was never awaited")  # only follows the error


def refused(read: Callable[[], object]) -> bool:
    try:
        read()
    except SQLAlchemyError as error:
        return "greenlet_spawn has not been called" in str(error)
    return False


async def main() -> None:
    async with world() as engine:
        sessions = async_sessionmaker(engine)
        async with sessions() as session:
            author = (await session.scalars(select(Author))).one()
            lazy = refused(lambda: author.books)
            await session.commit()
            expired = refused(lambda: author.name)
    print(f"{engine.dialect.driver}, create_async_engine, async_sessionmaker, every call awaited")
    print(f"lazy relationship refused: {lazy}; column after the commit refused: {expired}")
    assert lazy
    assert expired


asyncio.run(main())
