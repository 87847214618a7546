import asyncio

from schema import Author, world
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        number = await session.scalar(select(func.count()).select_from(Author))
        print(number)


asyncio.run(main())
