import asyncio
import sys
from importlib.machinery import PathFinder


class Without(PathFinder):  # as where greenlet was never installed
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        return None if name == "greenlet" else super().find_spec(name, path, target)


sys.meta_path[sys.meta_path.index(PathFinder)] = Without

from sqlalchemy import text  # noqa: E402
from sqlalchemy.ext.asyncio import create_async_engine  # noqa: E402


async def main() -> None:
    engine = create_async_engine("sqlite+aiosqlite://")
    async with engine.connect() as connection:
        print(await connection.scalar(text("select 'Ursula'")))
    await engine.dispose()


asyncio.run(main())
