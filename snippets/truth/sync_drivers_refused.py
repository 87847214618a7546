from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.ext.asyncio import create_async_engine

try:
    create_async_engine("sqlite+pysqlite://")
except InvalidRequestError as error:
    said = str(error)
print(said.partition(" (Background")[0])
assert "The asyncio extension requires an async driver" in said

engine = create_async_engine("sqlite+aiosqlite://")
print(f"{engine.dialect.driver} is async: {engine.dialect.is_async}")
assert engine.dialect.is_async
