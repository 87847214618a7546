import asyncio

import acme_dialect  # noqa: F401  (registers sqlite+acme, as an installed package does)
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    engine = create_async_engine("sqlite+acme://")
    async with engine.connect() as connection:
        print(await connection.scalar(text("select 'Ursula'")))
    await engine.dispose()


asyncio.run(main())
