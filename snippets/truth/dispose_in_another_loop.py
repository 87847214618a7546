import asyncio
import logging

from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

records = []
handler = logging.Handler()
handler.emit = records.append
logging.getLogger("sqlalchemy.pool").addHandler(handler)
engine = create_async_engine(URL)


async def use() -> None:
    async with engine.connect() as connection:
        await connection.execute(text("select 1"))


asyncio.run(use())
asyncio.run(engine.dispose())
kind, error, _ = records[0].exc_info
print(f"dispose() raised nothing, and logged: {kind.__name__}: {error}")
assert "Event loop is closed" in str(error)
