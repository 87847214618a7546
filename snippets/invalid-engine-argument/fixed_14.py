import asyncio

from schema import URL
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import sessionmaker

engine = create_async_engine(URL)
new_session = sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)


async def main() -> None:
    async with new_session() as session:
        print(await session.scalar(text("SELECT 1")))
    await engine.dispose()


asyncio.run(main())
