import asyncio
import traceback
import warnings
from collections.abc import Callable

from schema import Author, world
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

warnings.filterwarnings("ignore", "coroutine 'Connection.cursor' was never awaited")  # only follows the error


def functions(read: Callable[[], object]) -> list[str]:
    try:
        read()
    except SQLAlchemyError as error:
        return [frame.name for frame in traceback.extract_tb(error.__traceback__)]
    raise AssertionError("it was read")


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        author = await session.get_one(Author, 1)
        deferred = functions(lambda: author.biography)
        await session.commit()
        expired = functions(lambda: author.name)
    for what, names in {"deferred column": deferred, "expired column": expired}.items():
        in_both = "load_scalar_attributes" in [name.lstrip("_") for name in names]
        below = names[names.index("_fire_loader_callables") + 1]
        print(f"{what}: load_scalar_attributes: {in_both}; below _fire_loader_callables: {below}")
        assert in_both
        assert below == ("_load_expired" if names is expired else "_load_for_state")


asyncio.run(main())
