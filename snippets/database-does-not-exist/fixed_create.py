import asyncio

from schema import URL
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

url = make_url(URL).set(database=f"{make_url(URL).database}_new")


async def main() -> None:
    server = create_async_engine(URL, isolation_level="AUTOCOMMIT")  # a database that exists
    engine = create_async_engine(url)
    async with server.connect() as connection:
        await connection.execute(text(f"CREATE DATABASE {url.database}"))
        try:
            async with engine.connect() as new:
                print(await new.scalar(text("SELECT 1")))
            await engine.dispose()
        finally:
            await connection.execute(text(f"DROP DATABASE {url.database}"))
    await server.dispose()


asyncio.run(main())
