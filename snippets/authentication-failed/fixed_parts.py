import asyncio

from account import PASSWORD, account
from sqlalchemy import URL, text
from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    async with account() as url:
        parts = URL.create(url.drivername, username=url.username, password=PASSWORD, host=url.host, port=url.port)
        engine = create_async_engine(parts)
        try:
            async with engine.connect() as connection:
                print(await connection.scalar(text("SELECT 1")))
        finally:
            await engine.dispose()


asyncio.run(main())
