import asyncio

from limited import account
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine


async def one(engine: AsyncEngine) -> int:
    async with engine.connect() as connection:
        return (await connection.scalars(text("SELECT 1"))).one()


async def main() -> None:
    async with account() as url:  # the server allows this account two connections
        engine = create_async_engine(url, pool_size=2, max_overflow=0)
        try:
            print(await asyncio.gather(*[one(engine) for _ in range(4)]))
        finally:
            await engine.dispose()


asyncio.run(main())
