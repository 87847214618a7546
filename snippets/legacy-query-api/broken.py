import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        authors = session.query(Author).filter_by(name="Ursula").all()
        print([author.name for author in authors])


asyncio.run(main())
