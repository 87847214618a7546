import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import raiseload


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        query = select(Author).options(raiseload("*"))
        author = (await session.scalars(query)).one()
        try:
            print(author.books)
        except InvalidRequestError as error:
            print(error)


asyncio.run(main())
