import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import raiseload


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        author = (await session.scalars(select(Author).options(raiseload(Author.books)))).one()
        try:
            author.books
        except InvalidRequestError as error:
            raised = error
    print(f"{type(raised).__name__}: {raised}")
    assert type(raised) is InvalidRequestError
    assert "is not available due to lazy='raise'" in str(raised)


asyncio.run(main())
