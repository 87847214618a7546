"""Makes an account with a password on the server, and gives the URL that uses it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import uuid4

import sqlalchemy
from schema import URL
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

PASSWORD = "open@sesame"


@asynccontextmanager
async def account() -> AsyncIterator[sqlalchemy.URL]:
    name = f"guest_{uuid4().hex[:12]}"
    engine = create_async_engine(URL)
    async with engine.connect() as connection:
        for host in ("localhost", "%"):
            await connection.execute(text(f"GRANT ALL ON *.* TO {name}@'{host}' IDENTIFIED BY '{PASSWORD}'"))
        try:
            yield make_url(URL).set(username=name, password=PASSWORD)
        finally:
            for host in ("localhost", "%"):
                await connection.execute(text(f"DROP USER {name}@'{host}'"))
    await engine.dispose()
