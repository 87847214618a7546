import asyncio

from schema import world
from sqlalchemy import text
from sqlalchemy.exc import ArgumentError, ObjectNotExecutableError
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        try:
            await session.execute("select 1")
        except ArgumentError as error:
            refused = [error]
        async with engine.connect() as connection:
            try:
                await connection.execute("select 1")
            except ObjectNotExecutableError as error:
                refused.append(error)
        for error in refused:
            print(f"{type(error).__name__}: {error}")
        assert len(refused) == 2
        print(f"text('select 1'): {await session.scalar(text('select 1'))}")


asyncio.run(main())
