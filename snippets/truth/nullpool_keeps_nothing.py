import asyncio

from schema import world
from sqlalchemy import event, text
from sqlalchemy.pool import NullPool

opened, closed = [], []


async def main() -> None:
    async with world(poolclass=NullPool) as engine:
        event.listen(engine.sync_engine, "connect", lambda driver, record: opened.append(1))
        event.listen(engine.sync_engine, "close", lambda driver, record: closed.append(1))
        for _ in range(3):
            async with engine.connect() as connection:
                await connection.execute(text("select 1"))
        print(f"3 checkouts: {len(opened)} connections opened, {len(closed)} closed again")
        assert (len(opened), len(closed)) == (3, 3)


asyncio.run(main())
