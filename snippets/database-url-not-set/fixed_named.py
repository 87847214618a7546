import os

from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine


def make_engine() -> AsyncEngine:
    return create_async_engine(os.environ["DATABASE_URL"])


try:
    make_engine()
except KeyError as error:
    print("not set:", error)
os.environ["DATABASE_URL"] = "sqlite+aiosqlite://"
print(make_engine().url)
