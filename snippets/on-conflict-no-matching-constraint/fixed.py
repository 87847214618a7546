import asyncio

from schema import Author, world
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        row = {"id": 1, "name": "Ursula K."}
        change = insert(Author).values(row).on_conflict_do_update(index_elements=["id"], set_={"name": row["name"]})
        await session.execute(change)
        await session.commit()
        print(row["name"])


asyncio.run(main())
