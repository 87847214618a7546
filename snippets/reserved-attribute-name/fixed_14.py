import asyncio

from schema import Base, world
from sqlalchemy import Column, Integer, String
from sqlalchemy.ext.asyncio import AsyncSession


class Note(Base):
    __tablename__ = "note"

    id = Column(Integer, primary_key=True)
    details = Column("metadata", String(80))


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        session.add(Note(details="page 3"))
        await session.commit()
        print("saved")


asyncio.run(main())
