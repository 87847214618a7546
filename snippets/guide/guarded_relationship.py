import asyncio

from schema import Base
from sqlalchemy import ForeignKey, select
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import Mapped, mapped_column, relationship, selectinload


class Shelf(Base):
    __tablename__ = "shelf"

    id: Mapped[int] = mapped_column(primary_key=True)
    boxes: Mapped[list["Box"]] = relationship(lazy="raise")


class Box(Base):
    __tablename__ = "box"

    id: Mapped[int] = mapped_column(primary_key=True)
    shelf_id: Mapped[int] = mapped_column(ForeignKey("shelf.id"))


async def main() -> None:
    engine = create_async_engine("sqlite+aiosqlite://")
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with AsyncSession(engine) as session:
        session.add(Shelf(boxes=[Box(), Box()]))
        await session.commit()
        try:
            print(len((await session.get_one(Shelf, 1)).boxes))
        except InvalidRequestError as error:
            print(error)
        shelf = (await session.scalars(select(Shelf).options(selectinload(Shelf.boxes)))).one()
        print(len(shelf.boxes), "boxes")
    await engine.dispose()


asyncio.run(main())
