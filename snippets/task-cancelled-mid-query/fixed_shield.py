import asyncio

from schema import world
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession


async def save(engine: AsyncEngine) -> None:
    async with AsyncSession(engine) as session:
        await session.execute(text("select pg_sleep(0.2)"))
        await session.commit()
        print("saved")


async def main() -> None:
    async with world() as engine:
        saving = asyncio.create_task(save(engine))
        try:
            await asyncio.wait_for(asyncio.shield(saving), timeout=0.1)
        except TimeoutError:
            print("nobody waits any more")
        await saving


asyncio.run(main())
