import asyncio

from schema import Base, world
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column


class Note(Base):
    __tablename__ = "note"

    id: Mapped[int] = mapped_column(primary_key=True)
    metadata: Mapped[str] = mapped_column()


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        session.add(Note(metadata="page 3"))
        await session.commit()
        print("saved")


asyncio.run(main())
