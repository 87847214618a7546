import asyncio

from schema import Author, world
from sqlalchemy import Connection, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session, engine.connect() as connection:
        from_session = await session.run_sync(lambda given: given)
        from_connection = await connection.run_sync(lambda given: given)
        name = await session.run_sync(lambda given: given.execute(select(Author.name)).scalar_one())
    print(f"AsyncSession.run_sync passes a {type(from_session).__name__}, which has execute() as well: {name}")
    print(f"AsyncConnection.run_sync passes a {type(from_connection).__name__}")
    assert isinstance(from_session, Session)
    assert isinstance(from_connection, Connection)


asyncio.run(main())
