import asyncio

from schema import Author, Base
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session, sessionmaker

sessions = sessionmaker(create_engine("sqlite://"))


def names(session: Session) -> list[str]:
    return list(session.scalars(select(Author.name)))


def work() -> list[str]:
    with sessions.begin() as session:
        Base.metadata.create_all(session.connection())
        session.add(Author(name="Ursula"))
        return names(session)


print(asyncio.run(asyncio.to_thread(work)))
