import asyncio
import warnings

from schema import Author, world
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession


async def main() -> None:
    async with world() as engine:
        async with AsyncSession(engine) as session:
            session.add(Author(name="Octavia"))
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                session.commit()
            print(f"{caught[0].category.__name__}: {caught[0].message}")
            print(f"the object is still only pending: {len(session.new) == 1}")
            assert len(session.new) == 1
        async with AsyncSession(engine) as session:
            written = await session.scalar(select(func.count()).where(Author.name == "Octavia"))
            print(f"rows written: {written}")
            assert written == 0


asyncio.run(main())
