import asyncio

from schema import world
from sqlalchemy import text


async def main() -> None:
    async with world() as engine, engine.connect() as connection:
        print((await connection.execute(text("select sleep(0.2)"))).scalar_one())
        await connection.rollback()


asyncio.run(main())
