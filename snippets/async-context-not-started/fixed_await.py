import asyncio

from schema import Author, world
from sqlalchemy import select


async def main() -> None:
    async with world() as engine:
        connection = await engine.connect()
        print(await connection.scalar(select(Author.name)))
        await connection.close()


asyncio.run(main())
