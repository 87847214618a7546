import asyncio

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from starting import starting_server


async def wait_for_database(engine: AsyncEngine, attempts: int = 8) -> None:
    for attempt in range(attempts):
        try:
            async with engine.connect() as connection:
                print(await connection.scalar(text("SELECT 1")), "at attempt", attempt + 1)
                return
        except (OSError, DBAPIError):
            if attempt == attempts - 1:
                raise
            await asyncio.sleep(0.05 * 2**attempt)


async def main() -> None:
    async with starting_server() as url:
        engine = create_async_engine(url)
        await wait_for_database(engine)
        await engine.dispose()


asyncio.run(main())
