import asyncio
import sys
from importlib.machinery import PathFinder

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


class Without(PathFinder):  # as where asyncpg was never installed
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        return None if name == "asyncpg" else super().find_spec(name, path, target)


sys.meta_path[sys.meta_path.index(PathFinder)] = Without


async def main() -> None:
    engine = create_async_engine("sqlite+aiosqlite://")
    async with engine.connect() as connection:
        print(await connection.scalar(text("select 'connected'")))
    await engine.dispose()


asyncio.run(main())
