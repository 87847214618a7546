import asyncio

from limited import account
from sqlalchemy import URL, text
from sqlalchemy.ext.asyncio import create_async_engine


async def one(url: URL) -> int:
    engine = create_async_engine(url)
    try:
        async with engine.connect() as connection:
            return (await connection.scalars(text("SELECT 1"))).one()
    finally:
        await engine.dispose()


async def main() -> None:
    async with account() as url:  # the server allows this account two connections
        print([await one(url) for _ in range(4)])


asyncio.run(main())
