import asyncio

from pydantic import BaseModel
from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession


class AuthorBrief(BaseModel, from_attributes=True):
    name: str


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        author = await session.get(Author, 1)
        print(AuthorBrief.model_validate(author))


asyncio.run(main())
