import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        async for author in await session.stream_scalars(select(Author)):
            print(author.name)


asyncio.run(main())
