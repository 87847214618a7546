import asyncio

from schema import Base, world
from sqlalchemy import ForeignKey
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, WriteOnlyMapped, mapped_column, relationship


class Note(Base):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    pad_id: Mapped[int] = mapped_column(ForeignKey("pad.id"))


class Pad(Base):
    __tablename__ = "pad"
    id: Mapped[int] = mapped_column(primary_key=True)
    notes: WriteOnlyMapped[Note] = relationship()


async def main() -> None:
    async with world() as engine, AsyncSession(engine, expire_on_commit=False) as session:
        pad = Pad()
        session.add(pad)
        await session.commit()
        pad.notes.add(Note())
        await session.commit()
        notes = (await session.scalars(pad.notes.select())).all()
        print(f"add() and select(): {len(notes)} note")
        try:
            list(pad.notes)
        except TypeError as error:
            raised = error
    print(f"iterating it: {type(raised).__name__}: {str(raised).partition(';')[0]}")
    assert "don't support iteration" in str(raised)


asyncio.run(main())
