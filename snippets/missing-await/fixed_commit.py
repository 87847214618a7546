import asyncio

from schema import Author, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine:
        async with AsyncSession(engine) as session:
            session.add(Author(name="Octavia"))
            await session.commit()
        async with AsyncSession(engine) as session:
            print((await session.scalars(select(Author.name).order_by(Author.id))).all())


asyncio.run(main())
