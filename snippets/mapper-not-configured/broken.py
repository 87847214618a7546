import asyncio

from schema import Author, Base, world
from sqlalchemy import ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column, relationship


class Series(Base):
    __tablename__ = "series"

    id: Mapped[int] = mapped_column(primary_key=True)
    publisher_id: Mapped[int] = mapped_column(ForeignKey("publisher.id"))
    publisher = relationship("Publisher")


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        print(await session.scalar(select(Author.name)))


asyncio.run(main())
