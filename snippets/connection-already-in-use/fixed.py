import asyncio

from schema import Author, world
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncEngine


async def save(engine: AsyncEngine, name: str) -> None:
    async with engine.begin() as connection:
        await connection.execute(insert(Author).values(name=name))


async def main() -> None:
    async with world() as engine:
        await asyncio.gather(save(engine, "Octavia"), save(engine, "Stanislaw"))
        print("both saved")


asyncio.run(main())
