import warnings

from schema import Base
from sqlalchemy import Column, Integer, String, __version__
from sqlalchemy.exc import InvalidRequestError, SAWarning


def declare() -> None:
    class Upload(Base):
        __tablename__ = "upload"
        id = Column(Integer, primary_key=True)
        metadata = Column(String(80))


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    try:
        declare()
    except InvalidRequestError as error:
        print(f"{type(error).__name__}: {error}")
        assert __version__.startswith("2.0")
    else:
        print(f"{caught[0].category.__name__}, and the class is made")
        assert caught[0].category is SAWarning
