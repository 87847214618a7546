import asyncio

from schema import world
from sqlalchemy import text

NO_CACHE = {"statement_cache_size": 0, "prepared_statement_cache_size": 0}


async def main() -> None:
    async with world(connect_args=NO_CACHE) as engine, engine.connect() as reader, engine.connect() as changer:
        query = text("select * from author")
        await reader.execute(query)
        await reader.commit()
        await changer.execute(text("alter table author add column born integer"))
        await changer.commit()
        print((await reader.execute(query)).all())


asyncio.run(main())
