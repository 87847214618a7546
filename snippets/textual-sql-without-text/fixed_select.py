import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        result = await session.execute(select(Author.name).where(Author.id == 1).order_by(Author.name.desc()))
        print(result.scalars().all())


asyncio.run(main())
