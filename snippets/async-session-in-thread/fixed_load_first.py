import asyncio

from schema import Book, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


def catalogue(titles: list[str]) -> str:
    return ", ".join(sorted(titles))


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        titles = list(await session.scalars(select(Book.title)))
        print(await asyncio.to_thread(catalogue, titles))


asyncio.run(main())
