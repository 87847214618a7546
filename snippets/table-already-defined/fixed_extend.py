import asyncio

from schema import Author, Base, world
from sqlalchemy import inspect
from sqlalchemy.orm import Mapped, mapped_column


class Label(Base):
    __tablename__ = "author"
    __table_args__ = {"extend_existing": True}

    id: Mapped[int] = mapped_column(primary_key=True)


async def main() -> None:
    async with world() as engine, engine.connect() as connection:
        print(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))
        print(Label.__table__ is Author.__table__)


asyncio.run(main())
