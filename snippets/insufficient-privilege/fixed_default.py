import asyncio

from schema import world
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        await session.execute(text("alter default privileges grant select on tables to pg_monitor"))
        await session.execute(text("create table author2 as select id, name from author"))
        await session.execute(text("set local role pg_monitor"))
        print(await session.scalar(text("select name from author2")))


asyncio.run(main())
