import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        author = await session.merge(Author(id=1, name="Ursula K."))
        await session.commit()
        await session.refresh(author)
        print(author.name)


asyncio.run(main())
