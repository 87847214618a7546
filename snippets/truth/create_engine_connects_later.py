import warnings

from schema import URL
from sqlalchemy import create_engine
from sqlalchemy.exc import MissingGreenlet

warnings.filterwarnings("ignore", "coroutine '_?connect' was never awaited")  # only follows the error

engine = create_engine(URL)
print(f"create_engine made {type(engine).__name__} for {engine.dialect.driver}, and nothing was raised")
try:
    engine.connect()
except MissingGreenlet as error:
    raised = error
print(f"the first connect: {type(raised).__name__}")
