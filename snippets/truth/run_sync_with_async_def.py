import asyncio
import inspect

from schema import world
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

ran = []


async def work(session: Session) -> None:
    ran.append("work")


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        result = await session.run_sync(work)
        print(f"raised nothing, returned a coroutine: {inspect.iscoroutine(result)}, ran: {bool(ran)}")
        assert inspect.iscoroutine(result)
        assert not ran
        result.close()


asyncio.run(main())
