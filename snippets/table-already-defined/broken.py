import asyncio
from importlib import import_module

from schema import world
from shelf import Shelf
from sqlalchemy.ext.asyncio import AsyncSession

plugin = import_module("table-already-defined.shelf")


async def main() -> None:
    async with world() as engine, AsyncSession(engine) as session:
        session.add(Shelf())
        await session.commit()
        print(plugin.Shelf is Shelf, Shelf.__table__)


asyncio.run(main())
