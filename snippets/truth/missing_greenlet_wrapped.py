import asyncio
import warnings

from schema import Author, world
from sqlalchemy import __version__, select
from sqlalchemy.exc import MissingGreenlet, SQLAlchemyError, StatementError
from sqlalchemy.ext.asyncio import AsyncSession

warnings.filterwarnings("ignore", "coroutine 'Connection.cursor' was never awaited")  # only follows the error


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        author = (await session.scalars(select(Author))).one()
        try:
            author.books
        except SQLAlchemyError as error:
            raised = error
    driver = engine.dialect.driver
    print(f"{driver}: {type(raised).__name__}; caught by except MissingGreenlet: {isinstance(raised, MissingGreenlet)}")
    if driver == "asyncpg" or (driver in ("aiosqlite", "psycopg") and __version__.startswith("2.0")):
        assert type(raised) is MissingGreenlet
    else:
        assert type(raised) is StatementError
        assert isinstance(raised.orig, MissingGreenlet)


asyncio.run(main())
