"""Whose code a frame is: the user's own, or a library's; and which of the user's frames is the culprit."""

import re
from collections.abc import Sequence
from functools import lru_cache

from troubleshooter.diagnosis.model import Frame

_LIBRARY = re.compile(
    r"site-packages|dist-packages|/lib(?:64)?/python\d|^\.?/?(?:\.?venv|env)/lib/|/python\d[\d.]*/lib/|/lib/(?:asyncio|concurrent|importlib|contextlib|threading)"
    r"|(?:^|/)lib/sqlalchemy/|(?:^|/)sqlalchemy/(?:orm|engine|ext|sql|util|pool|dialects|event|connectors|testing|cyextension|log\.py|inspection\.py|exc\.py|future)"
    r"|\.egg/|/wheels?/|/bin/[\w-]+$|\.pyx$|\.pxd$|^<frozen|^<string>|^<sqlalchemy|^<attrs|^<template>|^<decorator|^<__array|^<makefun|^<unknown>|^<?sys>?$",
    re.IGNORECASE,
)
_TOP_LEVEL = re.compile(
    r"(?:^|^\.{2,3}/|^…/|^/var/task/|^/opt/python/|^/var/runtime/|^/opt/pypy/)"
    r"(?:sqlalchemy|asyncpg|aiosqlite|asyncmy|aiomysql|psycopg|pymysql|greenlet|asyncio|concurrent|pydantic|pydantic_core|starlette"
    r"|fastapi|uvicorn|gunicorn|celery|kombu|billiard|strawberry|graphql|marshmallow|sanic|quart|flask|django|anyio|sniffio|httpx|httpcore|redis|motor"
    r"|pytest_asyncio|_pytest|pluggy|pandas|sqlmodel|typer|click|contextlib\.py|threading\.py|functools\.py|awslambdaric|aiohttp|litestar)(?:/|\.py|$)",
)
_DRIVERS = re.compile(
    r"(?:^|/)(?:asyncpg|aiosqlite|asyncmy|aiomysql|psycopg|pymysql)/(?:[\w/]+\.pyx?|core\.py|connection\.py|cursors?\.py|pool\.py|protocol\.py)$"
)
_PASSED_ON = (
    "call_next(",
    "self.app(",
    "get_response(",
    "await handler(request)",
    "self._app(",
    "await app(",
)
_WEB = re.compile(
    r"(?:^|/)(?:starlette|fastapi|uvicorn|sanic|quart|aiohttp|litestar|django|flask|strawberry|graphql|hypercorn|mangum|anyio)/"
)


@lru_cache(maxsize=4096)
def is_in_app(file: str) -> bool:
    """Whether a path, as printed, is neither in site-packages nor in the standard library."""
    path = file.replace("\\", "/")
    return not (_LIBRARY.search(path) or _TOP_LEVEL.match(path) or _DRIVERS.search(path))


def find_culprit(frames: Sequence[Frame]) -> Frame | None:
    """The deepest of the user's own frames that led into the library; not a middleware that passed a request on."""
    for position in range(len(frames) - 1, -1, -1):
        frame = frames[position]
        if frame.in_app and not _is_passing_on(frame, frames[position + 1 :]):
            return frame
    return None


def _is_passing_on(frame: Frame, below: Sequence[Frame]) -> bool:
    return (
        bool(below)
        and frame.code.find("(") > 0
        and any(part in frame.code for part in _PASSED_ON)
        and bool(_WEB.search(below[0].file.replace("\\", "/")))
    )
