import asyncio

from schema import Author, Book, world
from sqlalchemy import event, insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload

QUERY = select(Author)


async def selectin(session: AsyncSession) -> int:
    authors = await session.scalars(QUERY.options(selectinload(Author.books)))
    return sum(len(author.books) for author in authors)


async def joined(session: AsyncSession) -> int:
    authors = await session.scalars(QUERY.options(joinedload(Author.books)))
    return sum(len(author.books) for author in authors.unique())


async def refreshed(session: AsyncSession) -> int:
    authors = (await session.scalars(QUERY)).all()
    for author in authors:
        await session.refresh(author, ["books"])
    return sum(len(author.books) for author in authors)


async def awaited(session: AsyncSession) -> int:
    return sum([len(await author.awaitable_attrs.books) for author in await session.scalars(QUERY)])


async def lazy(session: AsyncSession) -> int:
    return await session.run_sync(lambda s: sum(len(author.books) for author in s.scalars(QUERY)))


async def main() -> None:
    async with world() as engine:
        async with engine.begin() as connection:
            await connection.execute(insert(Author), [{"name": f"Author {n}"} for n in range(2, 11)])
            await connection.execute(insert(Book), [{"title": "Tale", "author_id": n} for n in range(2, 11)])
        statements = []
        event.listen(engine.sync_engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
        for way in (selectin, joined, refreshed, awaited, lazy):
            statements.clear()
            async with AsyncSession(engine) as session:
                print(f"{way.__name__:9} {await way(session)} books, statements: {len(statements)}")


asyncio.run(main())
