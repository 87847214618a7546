"""What shows that a paste concerns SQLAlchemy, a database, or the user's own database code."""

import re
from collections.abc import Iterator

from troubleshooter.diagnosis.model import Frame
from troubleshooter.diagnosis.scope import Scope

SUBJECTS = ("sqlalchemy", "database", "code")

_SQLALCHEMY = re.compile(
    r"sqlalchemy|sqlalche\.me|greenlet_spawn|AsyncSession|AsyncEngine|AsyncConnection|async_sessionmaker|create_async_engine"
    r"|AsyncAdapt_|AdaptedConnection|SAWarning|sqlmodel|_sa_instance_state|\[SQL: "
)
_DATABASE = re.compile(
    r"asyncpg|aiosqlite|asyncmy|aiomysql|psycopg|pymysql|sqlite3\.|postgresql(?:\+\w{1,20})?://|mysql\+\w{1,20}://|sqlite\+\w{1,20}://"
)
_CODE = re.compile(
    r"\b(?:session|sess|db|conn|connection|engine|uow)\b\s{0,4}(?:\.|\))|\bselect\(|AsyncSession|Session\w{0,20}\(|sessionmaker|\bengine\b"
)
_OTHERS = re.compile(
    r"(?:^|[/.'\" <(])(?:httpx|httpcore|redis|motor|pymongo|tortoise|databases|neo4j|aiohttp|flask_socketio|socketio"
    r"|django/db|requests|aioredis|gevent|eventlet|peewee|mongoengine|beanie|aiokafka|aio_pika|elasticsearch|botocore"
    r"|aiobotocore|ormar|gino)(?=[/.])"
)


def find_sign(scope: Scope, subject: str) -> int | None:
    """The row of the first sign of a subject in the scope; another library's own signs veto all but SQLAlchemy's."""
    own = _first(scope, _SQLALCHEMY)
    if subject == "sqlalchemy" or own is not None:
        return own
    if _first(scope, _OTHERS) is not None:
        return None
    database = _first(scope, _DATABASE)
    if subject == "database" or database is not None:
        return database
    return next((f.row for f in scope.frames if f is not None and f.in_app and _CODE.search(f.code)), None)


def _first(scope: Scope, sign: re.Pattern[str]) -> int | None:
    for raised in scope.raised:
        if sign.search(raised.type) or sign.search(raised.message):
            return raised.row
    row = next((frame.row for frame, shown in _shown(scope) if sign.search(shown)), None)
    return row if row is not None else next((row for row in scope.loose if sign.search(scope.paste.texts[row])), None)


def _shown(scope: Scope) -> Iterator[tuple[Frame, str]]:
    """Each frame with what may hold a sign: a library's path below its packages directory, the source of the user's."""
    for frame in scope.frames:
        if frame is not None:
            path = frame.file.replace("\\", "/")
            _, below, tail = path.rpartition("-packages/")
            yield frame, f"{tail if below or not frame.in_app else ''}\n{frame.code if frame.in_app else ''}"
