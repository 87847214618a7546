import asyncio

from schema import world
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        query = text("select name from author where id = :id")
        result = await session.execute(query, {"id": 1})
        print(result.scalars().all())


asyncio.run(main())
