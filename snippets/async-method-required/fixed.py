import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        query = select(Author).execution_options(stream_results=True)
        result = await session.stream(query)
        print([author.name async for author in result.scalars()])


asyncio.run(main())
