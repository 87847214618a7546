import asyncio
import warnings

from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

warnings.simplefilter("ignore", ResourceWarning)  # nothing can close the first loop's connection any more
engine = create_async_engine(URL)


async def use() -> str:
    async with engine.connect() as connection:
        return await connection.scalar(text("select 'answered'"))


print(f"first run: {asyncio.run(use())}")
try:
    asyncio.run(use())
except RuntimeError as error:
    raised = error
print(f"second run: {type(raised).__name__}: ... {str(raised)[-28:]}")
assert str(raised).endswith("attached to a different loop")
