import asyncio

from schema import Author, world
from sqlalchemy import text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

RENAME = update(Author).where(Author.id == 1).values(name="Ursula K.")


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as first, AsyncSession(engine) as second:
        await first.execute(RENAME)
        for attempt in (1, 2, 3):
            try:
                await second.execute(text("set local lock_timeout = '50ms'"))
                await second.execute(RENAME)
                print("renamed at attempt", attempt)
                break
            except DBAPIError:
                await second.rollback()
                await first.commit()


asyncio.run(main())
