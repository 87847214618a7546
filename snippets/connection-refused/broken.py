import asyncio
import socket

from schema import URL
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine


async def main(port: int) -> None:
    engine = create_async_engine(make_url(URL).set(port=port))
    try:
        async with engine.connect() as connection:
            print(await connection.scalar(text("SELECT 1")))
    finally:
        await engine.dispose()


with socket.socket() as closed:
    closed.bind(("127.0.0.1", 0))  # bound, and nobody listens
    asyncio.run(main(port=closed.getsockname()[1]))
