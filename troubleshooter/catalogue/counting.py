"""Runs a program and counts what it asks of the database: python -P counting.py AUTHORS REPORT PROGRAM.

The program knows nothing of it: its `schema.world` has more authors, its engine is listened to, and between it and
its server stands a relay that sees every question and answer. What makes and ends the world is not counted.
"""

import json
import runpy
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any

from sqlalchemy import URL, event, insert, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

ON_FILE = "sqlite+aiosqlite:///world.db"
"""SQLite in memory would give each connection of a pool a database of its own."""
PORTS = {"postgresql": 5432, "mysql": 3306}
World = Callable[..., AbstractAsyncContextManager[AsyncEngine]]


@dataclass
class Tally:
    """What was counted; `round_trips` is None where there is no server."""

    authors: int
    statements: int = 0
    rows: int = 0
    round_trips: int | None = None
    connections: int = 0


class Relay:
    """Passes on all that a program and its server say, and counts the answers that a question waited for."""

    def __init__(self, host: str, port: int) -> None:
        self.server = (host, port)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.round_trips = 0
        Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            Thread(target=self._serve, args=self.listener.accept()[:1], daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        asked = False

        def ask() -> None:
            nonlocal asked
            asked = True

        def answer() -> None:
            nonlocal asked
            self.round_trips += asked
            asked = False

        with client, socket.create_connection(self.server) as server:
            asking = Thread(target=_pass_on, args=(client, server, ask), daemon=True)
            asking.start()
            _pass_on(server, client, answer)
            asking.join()


def _pass_on(source: socket.socket, target: socket.socket, seen: Callable[[], None]) -> None:
    """Passes on what one side says until it says no more; `seen` is called before the other side hears of it."""
    target.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with suppress(OSError):
        while said := source.recv(1 << 16):
            seen()
            target.sendall(said)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)


def counted(schema: Any, tally: Tally) -> World:
    """The small world of `schema` with more authors, and with an engine whose work is counted until it ends."""
    made: World = schema.world
    url = make_url(schema.URL)

    @asynccontextmanager
    async def world(**options: Any) -> AsyncIterator[AsyncEngine]:
        relay = Relay(url.host, url.port or PORTS[url.get_backend_name()]) if url.host else None
        schema.URL = _through(url, relay)
        async with made(**options) as engine:
            await _fill(schema, tally.authors)
            before = relay.round_trips if relay else 0
            _listen(engine, tally)
            try:
                yield engine
            finally:
                tally.round_trips = relay.round_trips - before if relay else None

    return world


def _through(url: URL, relay: Relay | None) -> str:
    if relay is None:
        return ON_FILE
    return url.set(host="127.0.0.1", port=relay.port).render_as_string(hide_password=False)


async def _fill(schema: Any, authors: int) -> None:
    """Adds authors with two books each to the one that is there, over a connection of its own."""
    engine = create_async_engine(schema.URL)
    async with engine.begin() as connection:
        for number in range(2, authors + 1):
            books = [{"title": f"{title} {number}", "author_id": number} for title in ("Planet", "City")]
            await connection.execute(insert(schema.Author), {"name": f"Author {number}"})
            await connection.execute(insert(schema.Book), books)
    await engine.dispose()


def _listen(engine: AsyncEngine, tally: Tally) -> None:
    lent: list[Any] = []

    def sent(connection: Any, cursor: Any, *rest: Any) -> None:
        tally.statements += 1

    def answered(connection: Any, cursor: Any, *rest: Any) -> None:
        # The asyncio adapters take all rows from the driver at once, and keep them here.
        tally.rows += len(cursor._rows)

    def borrowed(connection: Any, *rest: Any) -> None:
        if not any(connection is known for known in lent):
            lent.append(connection)
            tally.connections += 1

    event.listen(engine.sync_engine, "before_cursor_execute", sent)
    event.listen(engine.sync_engine, "after_cursor_execute", answered)
    event.listen(engine.sync_engine, "checkout", borrowed)


def main() -> None:
    """Runs the program as if it had been started itself, and leaves the report."""
    authors, report, program = sys.argv[1:]
    sys.path.insert(0, str(Path(program).parent))
    sys.argv[:] = [program]
    schema: Any = import_module("schema")
    tally = Tally(int(authors))
    schema.world = counted(schema, tally)
    runpy.run_path(program, run_name="__main__")
    Path(report).write_text(json.dumps(asdict(tally)))


if __name__ == "__main__":
    main()
