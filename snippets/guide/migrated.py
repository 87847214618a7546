import asyncio

from schema import Author, Base
from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import selectinload

engine = create_async_engine("sqlite+aiosqlite:///library.db")
sessions = async_sessionmaker(engine, expire_on_commit=False)


async def add_author(name: str) -> Author:
    async with sessions.begin() as session:
        session.add(author := Author(name=name))
    return author


async def authors() -> list[Author]:
    query = select(Author).options(selectinload(Author.books)).order_by(Author.name)
    async with sessions() as session:
        return list(await session.scalars(query))


async def main() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    print((await add_author("Ursula")).name)
    print([(author.name, author.books) for author in await authors()])
    await engine.dispose()


asyncio.run(main())
