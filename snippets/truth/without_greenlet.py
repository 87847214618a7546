import asyncio
import sys

sys.modules["greenlet"] = None  # as where greenlet is not installed

from sqlalchemy import __version__, text  # noqa: E402
from sqlalchemy.exc import MissingGreenlet  # noqa: E402


async def main() -> None:
    from sqlalchemy.ext.asyncio import create_async_engine

    engine = create_async_engine("sqlite+aiosqlite://")
    async with engine.connect() as connection:
        await connection.execute(text("select 1"))


try:
    asyncio.run(main())
except (ImportError, ValueError) as error:
    raised = error
print(f"{type(raised).__name__}: {str(raised).partition('.')[0]}.")
assert type(raised) is (ValueError if __version__.startswith("2.0") else ImportError)
assert not isinstance(raised, MissingGreenlet)
