"""A server that needs half a second to wake up: it takes the connection at once, and answers late."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import sqlalchemy
from schema import URL
from sqlalchemy import make_url


@asynccontextmanager
async def sleepy_server() -> AsyncIterator[sqlalchemy.URL]:
    real = make_url(URL)

    async def pump(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        while data := await source.read(65536):
            target.write(data)
        target.close()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.4)
        inner_reader, inner_writer = await asyncio.open_connection(real.host, real.port)
        await asyncio.gather(pump(reader, inner_writer), pump(inner_reader, writer))

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        yield real.set(host="127.0.0.1", port=server.sockets[0].getsockname()[1])
