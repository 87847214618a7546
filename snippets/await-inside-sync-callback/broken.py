import asyncio

from schema import Author, Book, world
from sqlalchemy import Connection, event, insert, select
from sqlalchemy.ext.asyncio import AsyncSession


async def add_book(connection: Connection, author: Author) -> None:
    await connection.execute(insert(Book).values(title="Kindred", author_id=author.id))


@event.listens_for(Author, "after_insert")
def after_insert(mapper: object, connection: Connection, author: Author) -> None:
    asyncio.run(add_book(connection, author))


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        session.add(Author(name="Octavia"))
        await session.flush()
        print(await session.scalar(select(Book.title).order_by(Book.id.desc())))


asyncio.run(main())
