import asyncio

from schema import Author, world
from sqlalchemy import text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        await session.execute(text("create unique index author_name on author (name)"))
        row = {"id": 2, "name": "Ursula"}
        change = insert(Author).values(row).on_conflict_do_update(index_elements=["name"], set_={"name": row["name"]})
        await session.execute(change)
        await session.commit()
        print(row["name"])


asyncio.run(main())
