import asyncio

import volume  # noqa: F401
from schema import Base, world
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column, relationship


class Series(Base):
    __tablename__ = "series"

    id: Mapped[int] = mapped_column(primary_key=True)
    volumes = relationship("Volume")


async def main() -> None:
    series = Series()
    async with world() as engine, AsyncSession(engine, expire_on_commit=False) as session:
        session.add(series)
        await session.commit()
        print(series.id)


asyncio.run(main())
