import asyncio

from schema import URL, Author, world
from sqlalchemy import create_engine, select
from sqlalchemy.exc import MissingGreenlet

try:
    create_engine(URL).connect()
except MissingGreenlet as error:
    raised = error
print(f"plain script, no loop: {type(raised).__name__}")


async def main() -> None:
    async with world() as engine, engine.connect() as connection:
        name = await connection.scalar(select(Author.name))
    print(f"coroutine, a loop is running: {asyncio.get_running_loop().is_running()}; read: {name}")
    assert name == "Ursula"


asyncio.run(main())
