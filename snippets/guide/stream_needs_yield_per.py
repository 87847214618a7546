import asyncio

from schema import Book, world
from sqlalchemy import event, insert, select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        await session.execute(insert(Book), [{"title": f"Tale {n}", "author_id": 1} for n in range(998)])
        loaded = []
        event.listen(Book, "load", lambda book, _: loaded.append(book))
        for query in (select(Book), select(Book).execution_options(yield_per=100)):
            loaded.clear()
            session.expunge_all()
            result = await session.stream_scalars(query)
            await anext(aiter(result))
            print("made for the first book:", len(loaded))
            await result.close()


asyncio.run(main())
