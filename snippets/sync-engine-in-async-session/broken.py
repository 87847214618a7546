import asyncio

from sqlalchemy import create_engine, text
from sqlalchemy.ext.asyncio import AsyncSession

engine = create_engine("sqlite://")


async def main() -> None:
    async with AsyncSession(engine) as session:
        print(await session.scalar(text("select 'connected'")))


asyncio.run(main())
