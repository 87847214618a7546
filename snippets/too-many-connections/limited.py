"""Makes an account that the server allows two connections, and gives the URL that uses it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

import sqlalchemy
from schema import URL
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

POSTGRESQL = ("CREATE ROLE {0} LOGIN CONNECTION LIMIT 2", "DROP ROLE {0}")
MARIADB = ("GRANT ALL ON *.* TO {0} IDENTIFIED BY '' WITH MAX_USER_CONNECTIONS 2", "DROP USER {0}")


@asynccontextmanager
async def account() -> AsyncIterator[sqlalchemy.URL]:
    url, name = make_url(URL), f"limited_{uuid4().hex[:12]}"
    make, drop = POSTGRESQL if url.get_backend_name() == "postgresql" else MARIADB
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(make.format(name)))
        try:
            yield url.set(username=name)
        finally:
            await connection.execute(text(drop.format(name)))
    await engine.dispose()
