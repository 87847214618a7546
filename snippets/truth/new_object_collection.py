import asyncio
import warnings

from schema import Author, world
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

warnings.filterwarnings("ignore", "coroutine 'Connection.cursor' was never awaited")  # only follows the error


async def main() -> None:
    async with world() as engine, AsyncSession(engine, expire_on_commit=False) as session:
        plain = Author(name="Octavia")
        given = Author(name="Stanislaw", books=[])
        session.add_all([plain, given])
        await session.commit()
        print(f"after the commit, created with books=[]: {given.books}")
        try:
            plain.books
        except SQLAlchemyError as error:
            refused = "greenlet_spawn has not been called" in str(error)
    print(f"created without: refused: {refused}")
    assert refused


asyncio.run(main())
