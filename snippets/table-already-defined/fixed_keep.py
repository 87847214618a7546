import asyncio

from schema import Base, world
from sqlalchemy import Column, Integer, Table, insert


def shelf() -> Table:
    columns = (Column("id", Integer, primary_key=True), Column("room", Integer))
    return Table("shelf", Base.metadata, *columns, keep_existing=True)


async def main() -> None:
    print(shelf() is shelf())
    async with world() as engine, engine.begin() as connection:
        await connection.execute(insert(shelf()).values(room=3))


asyncio.run(main())
