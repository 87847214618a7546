from sqlalchemy import create_engine
from sqlalchemy.exc import MissingGreenlet

engine = create_engine("sqlite+aiosqlite://")
try:
    engine.connect()
except MissingGreenlet as error:
    print("no event loop runs:", str(error).partition(";")[0])
