import asyncio

from schema import Author, world
from sqlalchemy import text, update
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    rename = update(Author).where(Author.id == 1).values(name="Ursula K.")
    async with world() as engine, AsyncSession(engine) as first, AsyncSession(engine) as second:
        await first.execute(rename)
        await first.commit()
        await second.execute(text("set local lock_timeout = '50ms'"))
        await second.execute(rename)
        print("renamed twice")


asyncio.run(main())
