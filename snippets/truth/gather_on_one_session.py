import asyncio

from schema import world
from sqlalchemy import text
from sqlalchemy.exc import InvalidRequestError, MissingGreenlet
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.pool import AsyncAdaptedQueuePool


async def read_at_once(session: AsyncSession) -> list[object]:
    statements = [session.scalar(text("select 'read'")) for _ in range(3)]
    return await asyncio.gather(*statements, return_exceptions=True)


async def main() -> None:
    async with world(poolclass=AsyncAdaptedQueuePool) as engine:
        async with AsyncSession(engine) as session:
            ends = await read_at_once(session)
            print(f"a connection waits in the pool: {ends}")
            assert ends == ["read"] * 3
        async with engine.connect(), AsyncSession(engine) as session:  # the first one holds that connection
            ends = await read_at_once(session)
            errors = [end for end in ends if isinstance(end, InvalidRequestError)]
            print(f"one has to be opened: {type(errors[0]).__name__}: {str(errors[0]).partition(';')[0]}")
            assert errors[0].code == "isce"
            assert not any(isinstance(end, MissingGreenlet) for end in ends)


asyncio.run(main())
