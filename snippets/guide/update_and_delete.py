import asyncio

from schema import Book, world
from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import async_sessionmaker


async def main() -> None:
    async with world() as engine:
        sessions = async_sessionmaker(engine, expire_on_commit=False)
        async with sessions.begin() as session:
            book = await session.get_one(Book, 1)
            result = await session.execute(update(Book).where(Book.author_id == 1).values(title="Untitled"))
            print(result.rowcount, "updated; the object says", book.title)
            await session.delete(book)
            result = await session.execute(delete(Book).where(Book.title == "Untitled"))
            print(result.rowcount, "deleted by statement")
            print(await session.scalar(select(func.count()).select_from(Book)), "left")


asyncio.run(main())
