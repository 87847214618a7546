import asyncio

from schema import world
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        query = text("select name from author where cast(:name as varchar) is null or name = :name")
        print((await session.scalars(query, {"name": None})).all())


asyncio.run(main())
