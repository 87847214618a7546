import asyncio

from schema import world


async def main() -> None:
    async with world() as engine, engine.begin() as connection:
        raw = await connection.get_raw_connection()
        await raw.driver_connection.execute("delete from book; delete from author")
        print("both emptied")


asyncio.run(main())
