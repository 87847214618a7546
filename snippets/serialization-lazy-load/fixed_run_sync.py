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
        authors = (await session.scalars(select(Author))).all()
        print(await session.run_sync(lambda _: [AuthorOut.model_validate(author) for author in authors]))


asyncio.run(main())
