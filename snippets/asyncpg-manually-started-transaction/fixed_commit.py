import asyncio

from schema import Author, world
from sqlalchemy import select, text, update


async def main() -> None:
    async with world() as engine:
        async with engine.connect() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            await connection.execute(text("BEGIN"))
            await connection.execute(update(Author).values(name="Octavia"))
            await connection.execute(text("COMMIT"))
        async with engine.connect() as connection:
            print(await connection.scalar(select(Author.name)))


asyncio.run(main())
