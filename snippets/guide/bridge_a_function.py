import asyncio

from schema import Author, Book, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


def rename(session: Session, old: str, new: str) -> int:
    author = session.scalars(select(Author).where(Author.name == old)).one()
    author.name = new
    author.books.append(Book(title="Dispossessed"))
    return len(author.books)


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        print(await session.run_sync(rename, "Ursula", new="Ursula K."))
        await session.commit()
        print(await session.scalar(select(Author.name)))


asyncio.run(main())
