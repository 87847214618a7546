import asyncio

import greenlet
from schema import Author, world
from sqlalchemy import event, select

seen = []


def before_cursor_execute(*arguments: object) -> None:
    seen.append(type(greenlet.getcurrent()).__name__)


async def main() -> None:
    async with world() as engine:
        event.listen(engine.sync_engine, "before_cursor_execute", before_cursor_execute)
        switches = []
        greenlet.settrace(lambda kind, pair: switches.append(kind))
        async with engine.connect() as connection:
            await connection.scalar(select(Author.name))
        greenlet.settrace(None)
    print(f"{engine.dialect.driver}: the SELECT is sent from {seen[0]}")
    print(f"the greenlet was left and entered again: {switches.count('switch') > 2}")
    assert seen[0] == "_AsyncIoGreenlet"
    assert switches.count("switch") > 2


asyncio.run(main())
