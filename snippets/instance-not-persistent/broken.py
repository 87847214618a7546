import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        author = Author(name="Octavia")
        session.add(author)
        await session.refresh(author)
        print(author.id, author.name)


asyncio.run(main())
