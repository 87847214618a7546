import asyncio

from schema import Author, Book, world
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

STATEMENTS = {
    "a number for a string column": insert(Author).values(name=1929, biography=""),
    "a book of an author who is not there": insert(Book).values(title="Word", author_id=99),
    "a title of 200 characters in String(80)": insert(Book).values(title="W" * 200, author_id=1),
}


async def accepts(engine: AsyncEngine, statement: object) -> bool:
    try:
        async with engine.begin() as connection:
            await connection.execute(statement)
    except DBAPIError:
        return False
    return True


async def main() -> None:
    async with world() as engine:
        found = {what: await accepts(engine, statement) for what, statement in STATEMENTS.items()}
    for what, accepted in found.items():
        print(f"{engine.dialect.driver}: {what}: {'accepted' if accepted else 'refused'}")
    assert set(found.values()) == {engine.dialect.name == "sqlite"}


asyncio.run(main())
