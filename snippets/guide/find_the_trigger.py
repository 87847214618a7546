import asyncio

from schema import Author, world
from sqlalchemy import inspect
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        author = await session.get_one(Author, 1)
        state = inspect(author)
        print("not loaded:", sorted(state.unloaded))
        print("expired:   ", sorted(state.expired_attributes))
        await session.commit()
        print("after the commit")
        print("not loaded:", sorted(state.unloaded))
        print("expired:   ", sorted(state.expired_attributes))


asyncio.run(main())
