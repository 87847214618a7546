import asyncio

from schema import Book, world
from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        book = Book(id=1)
        await session.execute(delete(Book).where(Book.id == book.id))
        await session.commit()
        print(await session.scalar(select(func.count(Book.id))), "book left")


asyncio.run(main())
