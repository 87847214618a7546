import asyncio
import warnings
from collections.abc import Callable

from schema import Base, Book, world
from sqlalchemy import Column, DateTime, String, func
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

warnings.filterwarnings("ignore", "coroutine 'Connection.cursor' was never awaited")  # only follows the error


class Page(Base):
    __tablename__ = "page"
    title = Column(String(80), primary_key=True)
    edited = Column(DateTime, onupdate=func.now())


def read(value: Callable[[], object]) -> str:
    try:
        value()
    except SQLAlchemyError:
        return "refused"
    return "read"


async def main() -> None:
    async with world() as engine, AsyncSession(engine, expire_on_commit=False) as session:
        book = await session.get_one(Book, 1)
        page = Page(title="Draft")
        session.add(page)
        await session.commit()
        seen = {"a column after the commit": read(lambda: book.title)}
        seen["a relationship that was not loaded"] = read(lambda: book.author)
        page.title = "Final"
        await session.commit()
        seen["a column that the UPDATE computed"] = read(lambda: page.edited)
        await session.rollback()
        seen["a column after a rollback"] = read(lambda: book.title)
    print("\n".join(f"{what}: {how}" for what, how in seen.items()))
    assert list(seen.values()) == ["read", "refused", "refused", "refused"]


asyncio.run(main())
