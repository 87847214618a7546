from schema import Base
from sqlalchemy import ForeignKey, Integer
from sqlalchemy.orm import mapped_column, relationship


class Series(Base):
    __tablename__ = "series"

    id = mapped_column(Integer, primary_key=True)
    volumes = relationship(lambda: Volume)


class Volume(Base):
    __tablename__ = "volume"

    id = mapped_column(Integer, primary_key=True)
    series_id = mapped_column(ForeignKey("series.id"))


print(len(Series(volumes=[Volume(), Volume()]).volumes), "volumes")
