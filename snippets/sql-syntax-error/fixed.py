import asyncio

from schema import world
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        name = await session.scalar(text("select name from author where id = 1"))
        print(name)


asyncio.run(main())
