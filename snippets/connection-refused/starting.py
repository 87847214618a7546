"""A server that is still starting: nobody listens on its port at first, then the database answers there."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import sqlalchemy
from schema import URL
from sqlalchemy import make_url


@asynccontextmanager
async def starting_server() -> AsyncIterator[sqlalchemy.URL]:
    real = make_url(URL)
    closed = socket.socket()
    closed.bind(("127.0.0.1", 0))
    served: list[asyncio.Task[None] | None] = []

    async def pump(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        while data := await source.read(65536):
            target.write(data)
        target.close()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        served.append(asyncio.current_task())
        inner_reader, inner_writer = await asyncio.open_connection(real.host, real.port)
        await asyncio.gather(pump(reader, inner_writer), pump(inner_reader, writer))

    async def start() -> asyncio.Server:
        await asyncio.sleep(0.1)
        return await asyncio.start_server(serve, sock=closed)

    task = asyncio.create_task(start())
    yield real.set(port=closed.getsockname()[1])
    (await task).close()
    await asyncio.gather(*[each for each in served if each])
