import asyncio

from schema import world
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


async def report(session: AsyncSession) -> None:
    print(await session.scalar(text("select pg_sleep(1)")))


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        await asyncio.wait_for(report(session), timeout=0.1)


asyncio.run(main())
