import asyncio

from schema import Author, Book, world
from sqlalchemy import select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        authors = select(Author).options(joinedload(Author.books))
        try:
            (await session.scalars(authors)).all()
        except InvalidRequestError as error:
            said = str(error)
        print(said.partition(",")[0])
        assert "The unique() method must be invoked" in said
        author = (await session.scalars(authors)).unique().one()
        print(f"a collection with unique(): {len(author.books)} books")
        book = (await session.scalars(select(Book).options(joinedload(Book.author)))).first()
        print(f"a single object without it: {book.author.name}")


asyncio.run(main())
