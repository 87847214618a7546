import asyncio

from schema import world


async def main() -> None:
    async with world() as engine, engine.connect() as connection:
        result = await connection.exec_driver_sql("select name from author")
        print(result.scalars().all())


asyncio.run(main())
