import sqlalchemy
from schema import URL
from sqlalchemy import create_engine
from sqlalchemy.exc import MissingGreenlet

function = "await_only()" if sqlalchemy.__version__.startswith("2.0") else "await_()"
try:
    create_engine(URL).connect()
except MissingGreenlet as error:
    said = str(error)
print(said.partition(".")[0])
assert f"can't call {function} here" in said
