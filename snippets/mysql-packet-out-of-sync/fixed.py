import asyncio

from schema import world
from sqlalchemy import text


async def main() -> None:
    async with world() as engine, engine.connect() as connection, engine.connect() as other:
        query = asyncio.create_task(connection.execute(text("select sleep(0.2)")))
        await asyncio.sleep(0.05)
        await other.rollback()
        print((await query).scalar_one())


asyncio.run(main())
