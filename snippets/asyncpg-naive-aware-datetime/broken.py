import asyncio
from datetime import UTC, datetime

from schema import Base, world
from sqlalchemy import DateTime
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column


class Event(Base):
    __tablename__ = "event"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(DateTime)


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        session.add(Event(at=datetime.now(UTC)))
        await session.commit()
        print("saved")


asyncio.run(main())
