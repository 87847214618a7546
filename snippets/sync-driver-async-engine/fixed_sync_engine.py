from sqlalchemy import create_engine, text

engine = create_engine("sqlite://")

with engine.connect() as connection:
    print(connection.scalar(text("select 'connected'")))
