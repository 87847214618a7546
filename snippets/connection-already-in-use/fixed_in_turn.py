import asyncio

from schema import Author, world
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection


async def save(connection: AsyncConnection, name: str) -> None:
    await connection.execute(insert(Author).values(name=name))


async def main() -> None:
    async with world() as engine, engine.begin() as connection:
        for name in ("Octavia", "Stanislaw"):
            await save(connection, name)
        print("both saved")


asyncio.run(main())
