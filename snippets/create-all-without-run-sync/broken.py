import asyncio

from schema import URL, Base
from sqlalchemy.ext.asyncio import create_async_engine


async def main() -> None:
    engine = create_async_engine(URL)
    Base.metadata.create_all(engine)


asyncio.run(main())
