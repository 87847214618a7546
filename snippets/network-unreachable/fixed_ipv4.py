import asyncio
import socket

from schema import URL
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine


async def ipv4(host: str | None) -> str:
    found = await asyncio.get_running_loop().getaddrinfo(host, None, family=socket.AF_INET)
    return str(found[0][4][0])


async def main() -> None:
    url = make_url(URL)
    engine = create_async_engine(url.set(host=await ipv4(url.host)))
    try:
        async with engine.connect() as connection:
            print(await connection.scalar(text("SELECT 1")))
    finally:
        await engine.dispose()


asyncio.run(main())
