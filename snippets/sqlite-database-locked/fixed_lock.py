import asyncio

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

writing = asyncio.Lock()


async def save(engine: AsyncEngine, amount: int) -> None:
    async with writing, engine.begin() as connection:
        await connection.execute(text("insert into stock values (:amount)"), {"amount": amount})
        await asyncio.sleep(0.3)


async def main() -> None:
    engine = create_async_engine("sqlite+aiosqlite:///shop.db", connect_args={"timeout": 0.1})
    async with engine.begin() as connection:
        await connection.execute(text("create table stock (amount integer)"))
    await asyncio.gather(save(engine, 1), save(engine, 2))
    print("both saved")
    await engine.dispose()


asyncio.run(main())
