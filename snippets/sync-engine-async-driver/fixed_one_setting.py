from schema import URL
from sqlalchemy import create_engine, make_url, text

engine = create_engine(make_url(URL).set(drivername="sqlite"))
with engine.connect() as connection:
    print(connection.scalar(text("select 'connected'")))
