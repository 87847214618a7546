import asyncio

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

engine = create_async_engine("sqlite+aiosqlite://")


async def main() -> None:
    async with AsyncSession(engine) as session:
        print(await session.scalar(text("select 'connected'")))
    await engine.dispose()


asyncio.run(main())
