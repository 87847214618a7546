import asyncio

from account import account
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    async with account() as url:
        engine = create_async_engine(url.render_as_string(hide_password=False))
        try:
            async with engine.connect() as connection:
                print(await connection.scalar(text("SELECT 1")))
        finally:
            await engine.dispose()


asyncio.run(main())
