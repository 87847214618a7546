import asyncio
import inspect

from schema import Book, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine:
        async with AsyncSession(engine) as session:
            result = await session.execute(select(Book).order_by(Book.id))
        print("awaitable:", inspect.isawaitable(result))
        print([book.title for book in result.scalars()])


asyncio.run(main())
