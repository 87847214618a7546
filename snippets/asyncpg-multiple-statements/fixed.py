import asyncio

from schema import world
from sqlalchemy import text


async def main() -> None:
    async with world() as engine, engine.begin() as connection:
        await connection.execute(text("delete from book"))
        await connection.execute(text("delete from author"))
        print("both emptied")


asyncio.run(main())
