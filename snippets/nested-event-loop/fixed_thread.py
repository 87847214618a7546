import asyncio

from schema import Author, Base
from sqlalchemy import create_engine, func, select
from sqlalchemy.orm import Session


def count_authors() -> int:
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Author(name="Ursula"))
        return session.scalar(select(func.count(Author.id)))


async def main() -> None:
    print(await asyncio.to_thread(count_authors))


asyncio.run(main())
