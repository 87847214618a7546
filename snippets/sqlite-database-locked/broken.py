import asyncio

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

URL = "sqlite+aiosqlite:///shop.db"


async def main() -> None:
    engine = create_async_engine(URL, connect_args={"timeout": 0.1})
    async with engine.begin() as connection:
        await connection.execute(text("create table stock (amount integer)"))
    async with engine.connect() as first, engine.connect() as second:
        await first.execute(text("insert into stock values (1)"))
        await second.execute(text("insert into stock values (2)"))
        print("both saved")
    await engine.dispose()


asyncio.run(main())
