import asyncio
from unittest.mock import Mock

from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

URL = "sqlite+aiosqlite:///library.db"


async def request(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        await connection.execute(text("SELECT 1"))


async def main() -> None:
    connects = Mock()
    shared = create_async_engine(URL)
    event.listen(shared.sync_engine, "connect", connects)
    for _ in range(10):
        await request(shared)
    print("one engine:", connects.call_count, "connection")
    await shared.dispose()

    connects.reset_mock()
    for _ in range(10):
        engine = create_async_engine(URL)
        event.listen(engine.sync_engine, "connect", connects)
        await request(engine)
        await engine.dispose()
    print("one for each request:", connects.call_count, "connections")


asyncio.run(main())
