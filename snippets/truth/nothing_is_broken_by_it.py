import asyncio
import warnings

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

warnings.filterwarnings("ignore", "coroutine 'Connection.cursor' was never awaited")  # only follows the error


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        author = (await session.scalars(select(Author))).one()
        try:
            author.books
        except SQLAlchemyError as error:
            refused = "greenlet_spawn has not been called" in str(error)
        await session.refresh(author, ["books"])
        print(f"refused: {refused}")
        print(f"the same loop, session and object go on: {[book.title for book in author.books]}")
        assert len(author.books) == 2


asyncio.run(main())
