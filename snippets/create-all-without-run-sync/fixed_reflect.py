import asyncio

from schema import world
from sqlalchemy import MetaData


async def main() -> None:
    metadata = MetaData()
    async with world() as engine, engine.connect() as connection:
        await connection.run_sync(metadata.reflect)
    print(list(metadata.tables))


asyncio.run(main())
