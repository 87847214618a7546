import asyncio
import warnings
from collections.abc import Callable

from schema import Author, Book, world
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

warnings.filterwarnings("ignore", "coroutine 'Connection.cursor' was never awaited")  # only follows the error


def outcome(change: Callable[[], None]) -> str:
    try:
        change()
    except SQLAlchemyError:
        return "refused"
    return "no SQL needed"


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        author = await session.get_one(Author, 1)
        await session.commit()
        column = outcome(lambda: setattr(author, "name", "Octavia"))
        append = outcome(lambda: author.books.append(Book(title="Word")))
        replace = outcome(lambda: setattr(author, "books", []))
    print(f"the author is expired: {column} to set a column, {append} to append to a collection or to replace it")
    assert (column, append, replace) == ("no SQL needed", "refused", "refused")


asyncio.run(main())
