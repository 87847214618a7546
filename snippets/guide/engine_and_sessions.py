import asyncio

from schema import Author, Base
from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

engine = create_async_engine("sqlite+aiosqlite:///library.db")
sessions = async_sessionmaker(engine, expire_on_commit=False)


async def main() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with sessions.begin() as session:
        session.add(author := Author(name="Ursula"))
    print(author.id, author.name)
    async with sessions() as session:
        print(await session.scalar(select(Author.name)))
    await engine.dispose()


asyncio.run(main())
