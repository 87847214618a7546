import asyncio

from schema import Base, world
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column


async def main() -> None:
    async with world() as engine:

        class Review(Base):
            __tablename__ = "review"
            id: Mapped[int] = mapped_column(primary_key=True)

        async with AsyncSession(engine) as session:
            print((await session.scalars(select(Review))).all())


asyncio.run(main())
