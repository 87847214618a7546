import asyncio

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine


async def main() -> None:
    engine = create_async_engine("sqlite+aiosqlite:///library.db")
    async with AsyncSession(engine) as session:
        await session.execute(text("SELECT 1"))
        print("in use:", engine.pool.checkedout(), " kept:", engine.pool.checkedin())
    print("in use:", engine.pool.checkedout(), " kept:", engine.pool.checkedin())
    await session.execute(text("SELECT 1"))
    print("a closed session begins again:", session.in_transaction())
    await session.close()
    await engine.dispose()
    print("in use:", engine.pool.checkedout(), " kept:", engine.pool.checkedin())


asyncio.run(main())
