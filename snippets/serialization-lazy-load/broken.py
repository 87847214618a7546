import asyncio

from pydantic import BaseModel
from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


class BookOut(BaseModel, from_attributes=True):
    title: str


class AuthorOut(BaseModel, from_attributes=True):
    name: str
    books: list[BookOut]


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        for author in await session.scalars(select(Author)):
            print(AuthorOut.model_validate(author))


asyncio.run(main())
