import asyncio

from schema import Author, world
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        result = await session.exec(select(Author))
        print([author.name for author in result])


asyncio.run(main())
