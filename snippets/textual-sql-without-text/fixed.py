import asyncio

from schema import world
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        result = await session.execute(text("select name from author"))
        print(result.scalars().all())


asyncio.run(main())
