# A server that is still starting: its port is closed at first, then the database answers there.

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import sqlalchemy
from schema import URL


async def pump(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    while data := await source.read(65536):
        target.write(data)
    target.close()


@asynccontextmanager
async def starting_server() -> AsyncIterator[sqlalchemy.URL]:
    real, port = sqlalchemy.make_url(URL), socket.socket()
    port.setblocking(False)
    port.bind(("127.0.0.1", 0))  # bound, and nobody listens

    async def start() -> None:
        await asyncio.sleep(0.1)
        port.listen()
        client, _ = await asyncio.get_running_loop().sock_accept(port)
        outer, inner = await asyncio.open_connection(sock=client), await asyncio.open_connection(real.host, real.port)
        await asyncio.gather(pump(outer[0], inner[1]), pump(inner[0], outer[1]))

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(start())
        yield real.set(port=port.getsockname()[1])
    port.close()
