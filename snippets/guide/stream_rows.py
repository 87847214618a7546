import asyncio

from schema import Book, world
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        await session.execute(insert(Book), [{"title": f"Tale {n}", "author_id": 1} for n in range(998)])

        letters = 0
        async for row in await session.stream(select(Book.title)):
            letters += len(row.title)
        print("stream:", letters, "letters")

        query = select(Book).execution_options(yield_per=400)
        books = [book.id async for book in await session.stream_scalars(query)]
        print("stream_scalars:", len(books), "books")

        result = await session.stream_scalars(query)
        print("partitions:", [len(part) async for part in result.partitions()])


asyncio.run(main())
