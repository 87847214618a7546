import asyncio

from schema import world
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        try:
            await asyncio.wait_for(session.execute(text("select pg_sleep(1)")), timeout=0.1)
        except TimeoutError:
            await session.rollback()
        print(await session.scalar(text("select 'the session goes on'")))


asyncio.run(main())
