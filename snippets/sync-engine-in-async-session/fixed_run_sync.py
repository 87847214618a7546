import asyncio

from schema import Author, world
from sqlalchemy import Connection, select
from sqlalchemy.orm import Session


def seed(connection: Connection) -> None:
    with Session(connection) as session:
        session.add(Author(name="Octavia"))
        session.commit()


async def main() -> None:
    async with world() as engine, engine.begin() as connection:
        await connection.run_sync(seed)
        print((await connection.scalars(select(Author.name).order_by(Author.id))).all())


asyncio.run(main())
