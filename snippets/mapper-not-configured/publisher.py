from schema import Base
from sqlalchemy.orm import Mapped, mapped_column


class Publisher(Base):
    __tablename__ = "publisher"

    id: Mapped[int] = mapped_column(primary_key=True)
