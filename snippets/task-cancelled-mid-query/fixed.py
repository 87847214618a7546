import asyncio

from schema import world
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession


async def report(engine: AsyncEngine, seconds: float) -> None:
    async with AsyncSession(engine) as session:
        await session.execute(text(f"select pg_sleep({seconds})"))
        print("reported")


async def main() -> None:
    async with world() as engine:
        try:
            await asyncio.wait_for(report(engine, 1), timeout=0.1)
        except TimeoutError:
            await report(engine, 0)


asyncio.run(main())
