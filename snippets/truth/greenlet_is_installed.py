from importlib.metadata import version

import greenlet
from schema import URL
from sqlalchemy import create_engine
from sqlalchemy.exc import MissingGreenlet

newer = int(version("greenlet").partition(".")[0]) >= 2
print(f"a greenlet newer than 1.1 is installed: {newer}")
assert newer
print(f"it can be imported and used: {greenlet.greenlet(lambda: True).switch()}")
try:
    create_engine(URL).connect()
except MissingGreenlet as error:
    raised = error
print(f"still raised: {type(raised).__name__}")
