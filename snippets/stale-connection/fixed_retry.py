import asyncio

from schema import Author, world
from server import close_idle_connections
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine


async def name(engine: AsyncEngine) -> str | None:
    async with engine.connect() as connection:
        return await connection.scalar(select(Author.name))


async def main() -> None:
    async with world() as engine:
        await close_idle_connections()
        try:
            print(await name(engine))
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
            print(await name(engine), "at the second attempt")


asyncio.run(main())
