import asyncio

from schema import Author, world
from sqlalchemy import inspect
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        author = await session.get_one(Author, 1)
        await session.refresh(author)
        alone = "books" not in inspect(author).unloaded
        await session.refresh(author, ["books"])
        named = "books" not in inspect(author).unloaded
    print(f'refresh(author) loads author.books: {alone}; refresh(author, ["books"]) does: {named}')
    assert (alone, named) == (False, True)


asyncio.run(main())
