import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        query = select(Author).execution_options(yield_per=100)
        result = await session.stream_scalars(query)
        async for authors in result.partitions():
            print([author.name for author in authors])


asyncio.run(main())
