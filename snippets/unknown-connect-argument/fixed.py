import asyncio

from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    engine = create_async_engine(URL, connect_args={"server_settings": {"application_name": "library"}})
    try:
        async with engine.connect() as connection:
            print(await connection.scalar(text("SHOW application_name")))
    finally:
        await engine.dispose()


asyncio.run(main())
