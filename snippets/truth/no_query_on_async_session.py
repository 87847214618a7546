import asyncio

from schema import Author, world
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        try:
            session.query(Author)
        except AttributeError as error:
            raised = error
    print(f"{type(raised).__name__}: {raised}")


asyncio.run(main())
