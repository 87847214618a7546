import asyncio

from schema import Author, world
from sqlalchemy import inspect
from sqlalchemy.ext.asyncio import async_sessionmaker


async def main() -> None:
    async with world() as engine:
        sessions = async_sessionmaker(engine, expire_on_commit=False)
        async with sessions() as session:
            author = await session.get_one(Author, 1)
            state = inspect(author)
            await session.commit()
            print("after commit, name is there:  ", "name" in state.dict)
            print("after commit, books are there:", "books" in state.dict)
            await session.refresh(author)
            await session.rollback()
            print("after rollback, name is there:", "name" in state.dict)


asyncio.run(main())
