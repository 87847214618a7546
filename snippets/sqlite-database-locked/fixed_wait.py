import asyncio

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine


async def save(engine: AsyncEngine, amount: int) -> None:
    async with engine.begin() as connection:
        await connection.execute(text("insert into stock values (:amount)"), {"amount": amount})


async def main() -> None:
    engine = create_async_engine("sqlite+aiosqlite:///shop.db", connect_args={"timeout": 30})
    async with engine.begin() as connection:
        await connection.execute(text("create table stock (amount integer)"))
    await asyncio.gather(save(engine, 1), save(engine, 2))
    print("both saved")
    await engine.dispose()


asyncio.run(main())
