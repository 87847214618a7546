import asyncio

from schema import Author, world
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection


async def save(connection: AsyncConnection, lock: asyncio.Lock, name: str) -> None:
    async with lock, connection.begin():
        await connection.execute(insert(Author).values(name=name))


async def main() -> None:
    lock = asyncio.Lock()
    async with world() as engine, engine.connect() as connection:
        await asyncio.gather(save(connection, lock, "Octavia"), save(connection, lock, "Stanislaw"))
        print("both saved")


asyncio.run(main())
