import asyncio

from schema import URL
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

url = make_url(URL).set(drivername="postgresql+psycopg")


async def main() -> None:
    engine = create_async_engine(url, connect_args={"prepare_threshold": None})
    async with engine.connect() as first, engine.connect() as second:
        for _ in range(8):  # psycopg prepares a statement at its sixth use
            print(await first.scalar(text("SELECT 1")), await second.scalar(text("SELECT 1")))
            await first.commit()
            await second.commit()
    await engine.dispose()


asyncio.run(main())
