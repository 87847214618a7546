import asyncio

from schema import Author, Base
from sqlalchemy import create_engine, select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import sessionmaker

async_engine = create_async_engine("sqlite+aiosqlite:///library.db")
async_sessions = async_sessionmaker(async_engine, expire_on_commit=False)
engine = create_engine("sqlite:///library.db")
sessions = sessionmaker(engine)


def import_authors(names: list[str]) -> int:
    with sessions.begin() as session:
        session.add_all(Author(name=name) for name in names)
    return len(names)


async def main() -> None:
    async with async_engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    print(await asyncio.to_thread(import_authors, ["Octavia", "Ursula"]), "imported in a thread")
    async with async_sessions() as session:
        print((await session.scalars(select(Author.name).order_by(Author.name))).all())
    engine.dispose()
    await async_engine.dispose()


asyncio.run(main())
