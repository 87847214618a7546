import asyncio

from schema import Base
from sqlalchemy import ForeignKey, func
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import Mapped, WriteOnlyMapped, mapped_column, relationship


class Sensor(Base):
    __tablename__ = "sensor"

    id: Mapped[int] = mapped_column(primary_key=True)
    readings: WriteOnlyMapped["Reading"] = relationship()


class Reading(Base):
    __tablename__ = "reading"

    id: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[int]
    sensor_id: Mapped[int] = mapped_column(ForeignKey("sensor.id"))


async def main() -> None:
    engine = create_async_engine("sqlite+aiosqlite://")
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with AsyncSession(engine, expire_on_commit=False) as session:
        session.add(sensor := Sensor())
        await session.commit()
        sensor.readings.add_all(Reading(value=value) for value in range(100))
        await session.commit()
        newest = sensor.readings.select().order_by(Reading.id.desc()).limit(3)
        print("newest:", [reading.value for reading in await session.scalars(newest)])
        every = sensor.readings.select().with_only_columns(func.count())
        print("count: ", await session.scalar(every))
    await engine.dispose()


asyncio.run(main())
