import asyncio

from sleepy import sleepy_server
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    async with sleepy_server() as url:  # answers after 0.4 seconds
        engine = create_async_engine(url, connect_args={"timeout": 20})
        try:
            async with engine.connect() as connection:
                print(await connection.scalar(text("SELECT 1")))
        finally:
            await engine.dispose()


asyncio.run(main())
