from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

engine = create_engine("sqlite://")

with Session(engine) as session:
    print(session.scalar(text("select 'connected'")))
