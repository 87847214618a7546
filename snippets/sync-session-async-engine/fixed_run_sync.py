import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


def author_name(session: Session) -> str:
    author = session.get(Author, 1)
    return author.name


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        print(await session.run_sync(author_name))


asyncio.run(main())
