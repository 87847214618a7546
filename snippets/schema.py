"""The small world that every snippet imports: authors and books, in SQLite in memory unless SNIPPET_URL differs."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import ForeignKey, String, insert
from sqlalchemy.ext.asyncio import AsyncAttrs, AsyncEngine, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

URL = os.environ.get("SNIPPET_URL", "sqlite+aiosqlite://")


class Base(AsyncAttrs, DeclarativeBase):
    """AsyncAttrs adds `awaitable_attrs` to every class."""


class Author(Base):
    __tablename__ = "author"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    biography: Mapped[str] = mapped_column(String(200), default="", deferred=True)
    books: Mapped[list["Book"]] = relationship(back_populates="author")


class Book(Base):
    __tablename__ = "book"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(80))
    author_id: Mapped[int] = mapped_column(ForeignKey("author.id"))
    author: Mapped[Author] = relationship(back_populates="books")


@asynccontextmanager
async def world(**options: object) -> AsyncIterator[AsyncEngine]:
    """Gives an engine on a new database that holds one author with two books, and disposes of it."""
    engine = create_async_engine(URL, **options)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
            await connection.execute(insert(Author), [{"name": "Ursula", "biography": "Born 1929."}])
            books = [{"title": "Planet", "author_id": 1}, {"title": "City", "author_id": 1}]
            await connection.execute(insert(Book), books)
        yield engine
    finally:
        await engine.dispose()
