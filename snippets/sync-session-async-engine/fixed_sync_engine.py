from schema import Author, Base
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

engine = create_engine("sqlite://")
Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(Author(id=1, name="Ursula"))
    session.commit()
    author = session.get(Author, 1)
    print(author.name)
