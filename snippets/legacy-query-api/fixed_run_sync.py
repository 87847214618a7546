import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


def names(session: Session) -> list[str]:
    return [author.name for author in session.query(Author).filter_by(name="Ursula").all()]


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        print(await session.run_sync(names))


asyncio.run(main())
