"""A model module, to be imported under one name only."""

from schema import Base
from sqlalchemy.orm import Mapped, mapped_column


class Shelf(Base):
    __tablename__ = "shelf"

    id: Mapped[int] = mapped_column(primary_key=True)
