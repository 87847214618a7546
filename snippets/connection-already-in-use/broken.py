import asyncio

from schema import Author, world
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection


async def save(connection: AsyncConnection, name: str) -> None:
    await connection.execute(insert(Author).values(name=name))
    await connection.commit()


async def main() -> None:
    async with world() as engine, engine.connect() as connection:
        await asyncio.gather(save(connection, "Octavia"), save(connection, "Stanislaw"))
        print("both saved")


asyncio.run(main())
