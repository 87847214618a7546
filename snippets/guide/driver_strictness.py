import asyncio
from datetime import UTC, datetime

from schema import Author, Book, world
from sqlalchemy import Column, DateTime, MetaData, Table, insert, select, text
from sqlalchemy.exc import SQLAlchemyError

event = Table("event", MetaData(), Column("at", DateTime))
attempts = {
    "a string into an integer column": insert(Book).values(title="Dune", author_id="1"),
    "a string compared with an integer": select(Author.name).where(Author.id == "1"),
    "an aware datetime into a naive column": insert(event).values(at=datetime(2026, 1, 1, tzinfo=UTC)),
    "a string longer than its column": insert(Author).values(name="U" * 81),
    "a parameter without a type": text("SELECT 1 WHERE :name IS NULL").bindparams(name=None),
    "two statements": text("SELECT 1; SELECT 2"),
    "two statements and a parameter": text("SELECT 1; SELECT :number").bindparams(number=2),
}


async def main() -> None:
    async with world() as engine:
        async with engine.begin() as connection:
            await connection.run_sync(event.create)
        for name, statement in attempts.items():
            try:
                async with engine.connect() as connection:
                    await connection.execute(statement)
                print(f"{name}: accepted")
            except SQLAlchemyError as error:
                print(f"{name}: {type(error).__name__}")


asyncio.run(main())
