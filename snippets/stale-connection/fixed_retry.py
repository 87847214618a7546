import asyncio

from schema import Author, world
from server import close_idle_connections
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine


async def name(engine: AsyncEngine, number: int) -> str | None:
    async with engine.connect() as connection:
        return await connection.scalar(select(Author.name).where(Author.id == number))


async def main() -> None:
    async with world() as engine:
        async with engine.connect() as connection:
            numbers = (await connection.scalars(select(Author.id))).all()
        await close_idle_connections()
        for number in numbers:
            try:
                print(await name(engine, number))
            except DBAPIError as error:
                if not error.connection_invalidated:
                    raise
                print(await name(engine, number), "at the second attempt")


asyncio.run(main())
