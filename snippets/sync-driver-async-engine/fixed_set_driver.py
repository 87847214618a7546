import asyncio

from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

url = make_url("sqlite://").set(drivername="sqlite+aiosqlite")
engine = create_async_engine(url)


async def main() -> None:
    async with engine.connect() as connection:
        print(await connection.scalar(text("select 'connected'")))
    await engine.dispose()


asyncio.run(main())
