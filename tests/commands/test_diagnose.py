"""`manage.py diagnose` as a person or a script meets it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pastes import FOLDER

ROOT = FOLDER.parent.parent
LAZY = FOLDER / "lazy-load-relationship" / "sa21.txt"
CUT = FOLDER / "missing-greenlet" / "sa20-asyncpg-tail.txt"
FOREIGN = FOLDER / "none" / "cms-recursion.txt"
KEYS = [
    "file", "status", "cause", "node", "candidates", "culprit", "exception", "evidence", "question", "runner_up",
    "environment", "fix",
]  # fmt: skip


def run(*args: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "manage.py", "diagnose", *map(str, args)]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=ROOT, timeout=60, check=False)


def test_a_diagnosed_paste_exits_0_with_verdict_culprit_and_fix() -> None:
    done = run(LAZY)
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "You read `user.posts`" in text
    assert "/srv/app/main.py:5 in show_posts" in text
    assert "selectinload(Model.posts)" in text
    assert done.stderr == b""


def test_no_colour_reaches_a_pipe() -> None:
    assert b"\x1b" not in run(LAZY).stdout


def test_json_is_one_object_a_line_in_the_order_given() -> None:
    done = run("--format", "json", FOREIGN, LAZY, CUT)
    found = [json.loads(line) for line in done.stdout.decode().split("\n") if line]
    assert [item["file"] for item in found] == [str(FOREIGN), str(LAZY), str(CUT)]
    assert [item["status"] for item in found] == ["unknown", "diagnosed", "ambiguous"]
    assert all(list(item) == KEYS for item in found)
    assert done.returncode == 1


def test_json_of_a_diagnosed_paste_holds_what_it_stands_on() -> None:
    item = json.loads(run("--format", "json", LAZY).stdout)
    lines = LAZY.read_text().split("\n")
    assert item["cause"] == item["node"] == "lazy-load-relationship"
    assert item["culprit"] == {
        "file": "/srv/app/main.py",
        "line": 5,
        "function": "show_posts",
        "code": "for post in user.posts:",
    }
    assert item["exception"]["type"] == "sqlalchemy.exc.StatementError"
    assert item["environment"] == {
        "sqlalchemy": "2.1",
        "python": "3.11",
        "driver": "aiosqlite",
        "framework": None,
    }
    assert item["question"] is None
    for evidence in item["evidence"]:
        assert lines[evidence["line"] - 1].strip() == evidence["text"]


def test_json_of_an_ambiguous_paste_asks_with_answers() -> None:
    item = json.loads(run("--format", "json", CUT).stdout)
    assert item["cause"] is None
    assert item["node"] == "missing-greenlet"
    assert {"lazy-load-relationship", "expired-attribute"} <= set(item["candidates"])
    assert item["question"]["asks"].endswith("?")
    assert all({"text", "to"} == set(answer) for answer in item["question"]["answers"])


def test_standard_input_is_read_without_a_file() -> None:
    done = run("--format", "json", stdin=LAZY.read_bytes())
    assert json.loads(done.stdout)["file"] == "-"
    assert done.returncode == 0


def test_a_foreign_traceback_exits_1_and_says_what_it_looks_like() -> None:
    done = run(FOREIGN)
    assert done.returncode == 1
    assert b"not an async SQLAlchemy error" in done.stdout
    assert b"RecursionError" in done.stdout


@pytest.mark.parametrize("data", [b"", b"\x00\xff\xfe\x01" * 50, b"\xff\xfeT\x00r\x00", b"no traceback here"])
def test_input_without_a_traceback_gets_words(data: bytes) -> None:
    done = run(stdin=data)
    assert done.returncode == 1
    assert b"No traceback was found" in done.stdout
    assert done.stderr == b""


def test_a_file_in_utf_16_is_read() -> None:
    assert run(stdin=LAZY.read_text().encode("utf-16")).returncode == 0


@pytest.mark.parametrize("name", ["does-not-exist.txt", "."])
def test_an_unreadable_file_exits_2_with_one_line(name: str) -> None:
    done = run(name)
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"CommandError: {name}: ")
    assert done.stderr.count(b"\n") == 1


def test_an_unknown_format_exits_2() -> None:
    assert run("--format", "xml", LAZY).returncode == 2


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = f"{sys.executable} manage.py diagnose {LAZY} {LAZY} {LAZY} | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert done.stderr == b""
