import asyncio

from pydantic import BaseModel
from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


class AuthorBrief(BaseModel, from_attributes=True):
    name: str


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        for author in await session.scalars(select(Author)):
            print(AuthorBrief.model_validate(author))


asyncio.run(main())
