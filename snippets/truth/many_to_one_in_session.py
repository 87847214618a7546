import asyncio
import warnings

from schema import Author, Book, world
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

warnings.filterwarnings("ignore", "coroutine 'Connection.cursor' was never awaited")  # only follows the error


async def main() -> None:
    async with world() as engine:
        async with AsyncSession(engine) as session:
            author = await session.get_one(Author, 1)
            book = await session.get_one(Book, 1)
            print(f"the author is in the session: book.author is {book.author.name}")
            assert book.author is author
        async with AsyncSession(engine) as session:
            book = await session.get_one(Book, 1)
            try:
                book.author
            except SQLAlchemyError as error:
                refused = "greenlet_spawn has not been called" in str(error)
    print(f"the author is not: refused: {refused}")
    assert refused


asyncio.run(main())
