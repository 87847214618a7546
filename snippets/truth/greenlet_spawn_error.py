from pathlib import Path

import greenlet
import sqlalchemy
from schema import URL
from sqlalchemy import create_engine
from sqlalchemy.exc import InvalidRequestError, MissingGreenlet

for package in (sqlalchemy, greenlet):
    sources = [path.read_text() for path in Path(package.__file__).parent.rglob("*.py")]
    named = any("GreenletSpawn" in source or "SpawnError" in source for source in sources)
    print(f"{package.__name__} has a name like GreenletSpawnError: {named}")
    assert not named

try:
    create_engine(URL).connect()
except InvalidRequestError as error:
    raised = error
print(f"raised: {type(raised).__name__}, code {raised.code}, says: {str(raised).partition(';')[0]}")
assert type(raised) is MissingGreenlet
assert raised.code == "xd2s"
