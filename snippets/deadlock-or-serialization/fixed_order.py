import asyncio

from schema import Author, world
from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncEngine


async def rename(engine: AsyncEngine, ids: list[int], name: str) -> None:
    async with engine.begin() as connection:
        query = select(Author.id).where(Author.id.in_(ids)).order_by(Author.id).with_for_update()
        await connection.execute(query)
        for each in ids:
            await connection.execute(update(Author).where(Author.id == each).values(name=name))
            await asyncio.sleep(0.05)


async def main() -> None:
    async with world() as engine:
        async with engine.begin() as connection:
            await connection.execute(insert(Author), [{"name": "Octavia"}])
        await asyncio.gather(rename(engine, [1, 2], "A."), rename(engine, [2, 1], "B."))
        print("renamed twice, without a deadlock")


asyncio.run(main())
