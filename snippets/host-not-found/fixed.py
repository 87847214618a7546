import asyncio

from schema import URL
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    engine = create_async_engine(make_url(URL))
    try:
        async with engine.connect() as connection:
            print(await connection.scalar(text("SELECT 1")))
    finally:
        await engine.dispose()


asyncio.run(main())
