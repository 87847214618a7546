import asyncio

from schema import world
from sqlalchemy import text


async def main() -> None:
    async with world() as engine, engine.begin() as connection:
        await connection.execute(text("select 1"))
        raw = await connection.get_raw_connection()
        await raw.driver_connection.execute("delete from book; delete from author")
        print("both emptied")


asyncio.run(main())
