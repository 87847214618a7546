import asyncio

from schema import world
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.orm import sessionmaker


async def main() -> None:
    async with world() as engine:
        old = sessionmaker(bind=engine, class_=AsyncSession, expire_on_commit=False)
        new = async_sessionmaker(engine, expire_on_commit=False)
        async with old.begin() as session:
            print("sessionmaker:      ", isinstance(session, AsyncSession), session.in_transaction())
        async with new.begin() as session:
            print("async_sessionmaker:", isinstance(session, AsyncSession), session.in_transaction())


asyncio.run(main())
