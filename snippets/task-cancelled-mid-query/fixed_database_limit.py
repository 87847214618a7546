import asyncio

from schema import world
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        await session.execute(text("set local statement_timeout = '100ms'"))
        try:
            await session.execute(text("select pg_sleep(1)"))
        except DBAPIError:
            await session.rollback()
        print(await session.scalar(text("select 'the same connection goes on'")))


asyncio.run(main())
