import asyncio

from schema import URL
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

options = {} if make_url(URL).get_backend_name() == "sqlite" else {"pool_size": 5, "max_overflow": 10}
engine = create_async_engine(URL, **options)


async def main() -> None:
    async with engine.connect() as connection:
        print(type(engine.pool).__name__, await connection.scalar(text("SELECT 1")))
    await engine.dispose()


asyncio.run(main())
