import asyncio

from schema import Author, world
from sqlalchemy import text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        await session.execute(text("create unique index known on author (name) where biography <> ''"))
        row = {"name": "Ursula", "biography": "Born 1929."}
        change = insert(Author).values(row)
        change = change.on_conflict_do_nothing(index_elements=["name"], index_where=text("biography <> ''"))
        await session.execute(change)
        print(await session.scalar(text("select count(*) from author")))


asyncio.run(main())
