import asyncio

from sqlalchemy.exc import MissingGreenlet
from sqlalchemy.util import await_only, greenlet_spawn


async def driver() -> str:
    await asyncio.sleep(0.01)
    return "the row"


def library() -> str:
    return await_only(driver())


async def main() -> None:
    print("with greenlet_spawn:", await greenlet_spawn(library))
    try:
        library()
    except MissingGreenlet as error:
        print("without it:", type(error).__name__)


asyncio.run(main())
