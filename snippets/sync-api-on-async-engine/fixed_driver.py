import asyncio

from schema import world


async def main() -> None:
    async with world() as engine, engine.connect() as connection:
        raw = await connection.get_raw_connection()
        cursor = await raw.driver_connection.execute("select name from author")
        print(await cursor.fetchall())
        await cursor.close()


asyncio.run(main())
