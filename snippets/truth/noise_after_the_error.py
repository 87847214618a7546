import asyncio
import gc
import warnings
from contextlib import suppress

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.exc import StatementError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            author = (await session.scalars(select(Author))).one()
            with suppress(StatementError):
                author.books
            gc.collect()
            print(f"the lazy load: {caught[0].category.__name__}: {caught[0].message}")
            assert "was never awaited" in str(caught[0].message)
            caught.clear()
            query = select(Author).options(selectinload(Author.books)).execution_options(populate_existing=True)
            author = (await session.scalars(query)).one()
            gc.collect()
            print(f"with selectinload, and no await added: {len(author.books)} books, {len(caught)} warnings")
            assert not caught


asyncio.run(main())
