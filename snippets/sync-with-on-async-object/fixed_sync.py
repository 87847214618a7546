from schema import Author, Base
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

engine = create_engine("sqlite://")
Base.metadata.create_all(engine)

with Session(engine) as session:
    session.add(Author(name="Ursula"))
    session.commit()
    print(session.scalar(select(Author.name)))
