import asyncio

from schema import Author, Base, world
from sqlalchemy import ForeignKey, Integer
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import mapped_column, relationship


class Letter(Base):
    __tablename__ = "letter"
    id = mapped_column(Integer, primary_key=True)
    sender_id = mapped_column(ForeignKey("author.id"))
    reader_id = mapped_column(ForeignKey("author.id"))
    sender = relationship(Author, foreign_keys=[sender_id])


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        session.add(Letter(sender=await session.get_one(Author, 1)))
        await session.commit()
        print("saved")


asyncio.run(main())
