import asyncio

from schema import URL, Author, world
from sqlalchemy import insert, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine


async def outcome(engine: AsyncEngine) -> str:
    try:
        async with engine.begin() as connection:
            await connection.execute(insert(Author).values(id=1, name="Ursula"))
    except (SQLAlchemyError, OSError) as error:
        return type(error).__name__
    return "accepted"


async def main() -> None:
    async with world() as engine:
        print("a number that is taken:", await outcome(engine))
    nowhere = create_async_engine(make_url(URL).set(port=1))
    print("nobody listens there:", await outcome(nowhere))
    await nowhere.dispose()


asyncio.run(main())
