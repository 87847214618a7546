import warnings
from collections.abc import Callable

from schema import URL, Author, Base
from sqlalchemy import create_engine, inspect
from sqlalchemy.exc import MissingGreenlet
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import Session

warnings.filterwarnings("ignore", "coroutine 'AsyncConnection.close' was never awaited")  # only follows an error

engine, async_engine = create_engine("sqlite://"), create_async_engine(URL)
mistakes = {
    "AsyncSession(engine)": lambda: AsyncSession(engine),
    "Session(async_engine).get(...)": lambda: Session(async_engine).get(Author, 1),
    "metadata.create_all(async_engine)": lambda: Base.metadata.create_all(async_engine),
    "inspect(async_engine)": lambda: inspect(async_engine),
}


def raised_by(mistake: Callable[[], object]) -> Exception:
    try:
        mistake()
    except Exception as error:
        return error
    raise AssertionError("it raised nothing")


for code, mistake in mistakes.items():
    error = raised_by(mistake)
    print(f"{code}: {type(error).__name__}")
    assert not isinstance(error, MissingGreenlet)
