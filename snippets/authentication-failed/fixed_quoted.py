import asyncio
from urllib.parse import quote_plus

from account import PASSWORD, account
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    async with account() as url:
        place = f"{url.host}:{url.port}"
        engine = create_async_engine(f"{url.drivername}://{url.username}:{quote_plus(PASSWORD)}@{place}")
        try:
            async with engine.connect() as connection:
                print(await connection.scalar(text("SELECT 1")))
        finally:
            await engine.dispose()


asyncio.run(main())
