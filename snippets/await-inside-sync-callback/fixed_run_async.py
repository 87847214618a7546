import asyncio

from schema import URL
from sqlalchemy import AdaptedConnection, event, text
from sqlalchemy.ext.asyncio import create_async_engine

engine = create_async_engine(URL)


@event.listens_for(engine.sync_engine, "connect")
def connect(adapted: AdaptedConnection, record: object) -> None:
    adapted.run_async(lambda driver: driver.create_function("shout", 1, str.upper))


async def main() -> None:
    async with engine.connect() as connection:
        print(await connection.scalar(text("select shout('Octavia')")))
    await engine.dispose()


asyncio.run(main())
