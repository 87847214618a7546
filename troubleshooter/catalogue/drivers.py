"""The drivers that snippets run on, and a scratch database for every run on a server."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from uuid import uuid4

from sqlalchemy import URL, create_engine, make_url, text
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

IN_MEMORY = "sqlite+aiosqlite://"
DIALECTS = {
    "aiosqlite": "sqlite+aiosqlite",
    "asyncpg": "postgresql+asyncpg",
    "psycopg": "postgresql+psycopg",
    "pgbouncer": "postgresql+asyncpg",
    "asyncmy": "mysql+asyncmy",
    "aiomysql": "mysql+aiomysql",
}
"""What a page's `runs_on` may name; pgbouncer is asyncpg through a pooler in transaction mode."""
_SERVERS = {
    "postgresql": (
        "TROUBLESHOOTER_POSTGRES_URL",
        "postgresql://postgres@127.0.0.1:5432/postgres",
        "postgresql+psycopg",
    ),
    "mysql": ("TROUBLESHOOTER_MARIADB_URL", "mysql://root@127.0.0.1:3306/mysql", "mysql+pymysql"),
}
_POOLER = ("TROUBLESHOOTER_PGBOUNCER_URL", "postgresql://postgres@127.0.0.1:6432/postgres")


class DriverError(ValueError):
    """A variable with a server's address is no URL; the message names it."""


@contextmanager
def scratch(driver: str) -> Iterator[str]:
    """The URL of an empty database of one run's own, dropped afterwards; raises SQLAlchemyError without its server."""
    backend = DIALECTS[driver].partition("+")[0]
    if backend == "sqlite":
        yield IN_MEMORY
        return
    name = f"snippet_{uuid4().hex[:12]}"
    _execute(backend, f"CREATE DATABASE {name}")
    try:
        place = _url(*_POOLER) if driver == "pgbouncer" else _url(*_SERVERS[backend][:2])
        yield place.set(drivername=DIALECTS[driver], database=name).render_as_string(hide_password=False)
    finally:
        _execute(backend, f"DROP DATABASE {name}{' WITH (FORCE)' if backend == 'postgresql' else ''}")


@lru_cache
def absent(driver: str) -> str:
    """Why a driver cannot be used here, '' when it can: its server does not answer, or a package is missing."""
    try:
        with scratch(driver) as url:
            if driver == "pgbouncer":
                _ask(make_url(url).set(drivername="postgresql+psycopg"), "SELECT 1")
    except (SQLAlchemyError, ImportError) as error:
        return str(error).strip().partition("\n")[0]
    return ""


def _execute(backend: str, statement: str) -> None:
    variable, default, drivername = _SERVERS[backend]
    _ask(_url(variable, default).set(drivername=drivername), statement)


def _ask(url: URL, statement: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(statement))
    finally:
        engine.dispose()


def _url(variable: str, default: str) -> URL:
    try:
        return make_url(os.environ.get(variable) or default)
    except ArgumentError as error:
        raise DriverError(f"{variable} is not a database URL such as {default}.") from error
