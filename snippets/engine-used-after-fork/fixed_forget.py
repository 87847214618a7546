import asyncio
import multiprocessing
import warnings

from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

engine = create_async_engine(URL)


async def answer() -> None:
    async with engine.connect() as connection:
        print(await connection.scalar(text("select 42")))


def work() -> None:
    engine.sync_engine.dispose(close=False)
    asyncio.run(answer())


if __name__ == "__main__":
    warnings.simplefilter("ignore", ResourceWarning)  # of connections that are forgotten, not closed
    asyncio.run(answer())
    child = multiprocessing.get_context("fork").Process(target=work)
    child.start()
    child.join()
