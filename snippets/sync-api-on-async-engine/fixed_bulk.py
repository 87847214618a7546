import asyncio

from schema import Author, world
from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        await session.execute(insert(Author), [{"name": "Octavia"}, {"name": "Stanislaw"}])
        print(await session.scalar(select(func.count(Author.id))))


asyncio.run(main())
