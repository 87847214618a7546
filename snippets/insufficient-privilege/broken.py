import asyncio

from schema import Author, world
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        await session.execute(text("set local role pg_monitor"))
        print(await session.scalar(select(Author.name)))


asyncio.run(main())
