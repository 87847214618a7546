import asyncio

import without_greenlet  # noqa: F401  (as where greenlet was never installed)
from sqlalchemy import create_engine, text

engine = create_engine("sqlite://")


def name() -> str:
    with engine.connect() as connection:
        return connection.scalar(text("select 'Ursula'"))


async def main() -> None:
    print(await asyncio.to_thread(name))


asyncio.run(main())
