import asyncio
import warnings

from schema import world
from sqlalchemy import ColumnDefault
from sqlalchemy.exc import AwaitRequired, MissingGreenlet, SADeprecationWarning

warnings.simplefilter("ignore", SADeprecationWarning)  # this use of execute() is old, and the shortest one that raises


async def main() -> None:
    async with world() as engine, engine.connect() as connection:
        try:
            await connection.execute(ColumnDefault(5))
        except AwaitRequired as error:
            raised = error
    print(f"{engine.dialect.driver} is async: {engine.dialect.is_async}")
    print(f"{type(raised).__name__}: {str(raised).partition('.')[0]}")
    assert engine.dialect.is_async
    assert not isinstance(raised, MissingGreenlet)


asyncio.run(main())
