from schema import URL
from sqlalchemy import create_engine, text

engine = create_engine(URL)
with engine.connect() as connection:
    print(connection.scalar(text("select 'connected'")))
