import asyncio

from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

engine = create_async_engine(URL)


async def main() -> None:
    try:
        async with AsyncSession(engine) as session:
            print(await session.scalar(text("select 42")))
    finally:
        await engine.dispose()


asyncio.run(main())
