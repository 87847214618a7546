"""Counting says what a known program does, and the program does not notice."""

import socket
from pathlib import Path
from threading import Thread

import pytest

from troubleshooter.catalogue.counting import Relay
from troubleshooter.catalogue.drivers import absent, scratch
from troubleshooter.catalogue.running import run
from troubleshooter.catalogue.schema import Counts

SNIPPETS = Path(__file__).parents[2] / "snippets"
KNOWN = """\
import asyncio

from schema import Author, Book, world
from sqlalchemy import select


async def main() -> None:
    async with world() as engine:
        async with engine.connect() as connection:
            print(len((await connection.execute(select(Author))).all()))
            print(len((await connection.execute(select(Book))).all()))
        {more}


asyncio.run(main())
"""


@pytest.fixture
def program(tmp_path):
    """Writes a program into a folder beside the shared schema."""
    (tmp_path / "schema.py").write_text((SNIPPETS / "schema.py").read_text())
    (tmp_path / "fault").mkdir()

    def write(source, name="fixed.py"):
        path = tmp_path / "fault" / name
        path.write_text(source)
        return path

    return write


def test_two_statements_fetch_the_rows_of_so_many_authors(program):
    result = run(program(KNOWN.format(more="")), authors=7)
    assert (result.exit_status, result.output, result.errors) == (0, "7\n14\n", "")
    assert result.counts == Counts(authors=7, statements=2, rows=21, round_trips=None, connections=1)


def test_a_connection_is_counted_once_however_often_it_is_lent(program):
    again = "for _ in range(3): await (await engine.connect()).close()"
    assert run(program(KNOWN.format(more=again)), authors=1).counts.connections == 1
    beside = "async with engine.connect(), engine.connect(): pass"
    assert run(program(KNOWN.format(more=beside)), authors=1).counts.connections == 2


# asyncpg prepares each statement; psycopg, at its first ROLLBACK, drops what it prepared while the tables were made.
@pytest.mark.parametrize(
    ("driver", "round_trips"),
    [("asyncpg", 1 + 2 * 2 + 1), ("psycopg", 1 + 2 + 1 + 1), ("asyncmy", 2 + 1), ("aiomysql", 2 + 1)],
)
def test_begin_preparing_and_rollback_are_round_trips_and_no_statements(program, driver, round_trips):
    if reason := absent(driver):
        pytest.skip(f"{driver} cannot be used here: {reason}")
    with scratch(driver) as url:
        result = run(program(KNOWN.format(more="")), url=url, authors=7)
    assert result.errors == ""
    assert result.counts == Counts(7, statements=2, rows=21, round_trips=round_trips, connections=1)


def test_without_authors_nothing_is_counted(program):
    assert run(program(KNOWN.format(more=""))).counts is None


@pytest.mark.parametrize("name", ["fixed.py", "fixed_joined.py", "fixed_run_sync.py"])
def test_a_program_prints_the_same_when_it_is_counted(name):
    path = SNIPPETS / "lazy-load-relationship" / name
    plain, counted = run(path), run(path, authors=1)
    assert (counted.exit_status, counted.output, counted.errors) == (0, plain.output, "")


def test_a_program_sees_the_same_surroundings_when_it_is_counted(program):
    path = program("import os, sys\nprint(__name__, __file__, sys.argv, sys.path, os.listdir())\nsys.exit(3)\n")
    plain, counted = run(path), run(path, authors=1)
    cut = [result.output.replace("'counts.json'", "") for result in (plain, counted)]
    assert cut[0] == cut[1]
    assert (plain.exit_status, counted.exit_status) == (3, 3)


def test_what_a_program_warns_of_is_an_error_when_it_is_counted_too(program):
    result = run(program("import warnings\nwarnings.warn('careful')\n"), authors=1)
    assert result.exit_status == 1
    assert result.errors.endswith("UserWarning: careful\n")


@pytest.fixture
def echo():
    """The port of a server that answers every message but a farewell, in two parts."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        peer, _ = listener.accept()
        with peer, listener:
            while said := peer.recv(100):
                if said != b"bye":
                    peer.sendall(said[:1])
                    peer.sendall(said[1:])

    Thread(target=serve, daemon=True).start()
    return listener.getsockname()[1]


def test_the_relay_passes_all_on_and_counts_the_answers_that_were_waited_for(echo):
    relay = Relay("127.0.0.1", echo)
    with socket.create_connection(("127.0.0.1", relay.port)) as client, client.makefile("rb") as heard:
        for number, word in enumerate([b"one", b"two", b"three"], 1):
            client.sendall(word)
            assert heard.read(len(word)) == word
            assert relay.round_trips == number
        client.sendall(b"bye")
        client.shutdown(socket.SHUT_WR)
        assert heard.read() == b""
    assert relay.round_trips == 3
    relay.listener.close()
