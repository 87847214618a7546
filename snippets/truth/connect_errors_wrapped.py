import asyncio

import asyncpg
from schema import URL
from sqlalchemy import __version__, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    engine = create_async_engine(make_url(URL).set(database="no_such_database"))
    try:
        await engine.connect()
    except (DBAPIError, asyncpg.PostgresError) as error:
        raised = error
    print(f"{type(raised).__module__.partition('.')[0]}'s {type(raised).__name__}")
    assert "does not exist" in str(raised)
    assert isinstance(raised, asyncpg.PostgresError) == __version__.startswith("2.0")


asyncio.run(main())
