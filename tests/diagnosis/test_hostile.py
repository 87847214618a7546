"""Whatever bytes somebody sends: no exception, one answer, lines that exist, and work that grows with the size."""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.pastes import FOLDER
from troubleshooter.diagnosis.decoding import decode
from troubleshooter.diagnosis.diagnosing import diagnose
from troubleshooter.diagnosis.model import Diagnosis, Traceback
from troubleshooter.diagnosis.tree import load

TREE = load((FOLDER.parents[1] / "content" / "tree.toml").read_text(encoding="utf-8"))
FRAGMENTS = (
    "Traceback (most recent call last):\n",
    '  File "/srv/app/main.py", line 5, in f\n',
    "    return user.posts\n",
    "           ^^^^^^^^^^\n",
    "sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here.\n",
    "KeyError: 'x'\n",
    "\nThe above exception was the direct cause of the following exception:\n\n",
    "During handling of the above exception, another exception occurred:",
    "  + Exception Group Traceback (most recent call last):\n",
    "  | ",
    "  +-+---------------- 1 ----------------\n",
    "    +------------------------------------\n",
    '{"exc_info": "',
    '"}',
    "\\n",
    "\\\\n",
    '\\"',
    "\\ud800",
    "{\n",
    "[\n",
    "]",
    "['",
    "', '",
    "&lt;",
    "&#0;",
    "&#xD800;",
    "<br>",
    "</pre>",
    "```\n",
    "> ",
    ">> ",
    "# ",
    "web-1  | ",
    "2026-11-23T07:21:04.1Z stderr P ",
    "2026-11-23T07:21:04.1Z stderr F ",
    "Nov 23 07:21:04 host app[1]: ",
    "\x1b[35m",
    "^[[0m",
    "[0m",
    "\r",
    "\r\n",
    "\t",
    "╭───── Traceback (most recent call last) ─────╮\n",
    "│ /a.py:12 in small  │\n",
    "│ ❱ 12 │   x │\n",
    "╰───╯\n",
    "E   KeyError: 'x'\n",
    ">       return x\n",
    "a.py:11: KeyError\n",
    "_ _ _ _ _ _\n",
    "= FAILURES =",
    "File /a.py:12, in small()\n",
    "---> 12 x\n",
    "Cell In[3], line 1\n",
    "[SQL: SELECT 1]\n",
    "[parameters: [{'%(140 param)s': 1}]]\n",
    "(Background on this error at: https://sqlalche.me/e/20/xd2s)\n",
    "/a.py:9: RuntimeWarning: coroutine 'x' was never awaited\n",
    "...\n",
    "[... 9 frames ...]\n",
    "\n",
    "**Type:** KeyError\n",
    "Exception Type: KeyError at /\n",
    " f in a.py [Line 5] (In app)\n",
    "Fatal Python error (most recent call first)\n",
    "╰ KeyError: x\n",
    "99999999999999999999",
    "\x00",
    "\u0301",
    "\ufeff",
)
HOSTILE = {
    "letters": "a",
    "brackets": "(",
    "headers": 'File "',
    "escape": "\x1b",
    "escape sequence": "\x1b[",
    "objects": '{"',
    "nested objects": '{"a":',
    "nested lists": "[",
    "spaces": " ",
    "newlines": "\n",
    "edges": "│",
    "edges, a line each": "│ x\n",
    "SQL": "[SQL:",
    "SQL, a line each": "[SQL: \n",
    "combining": "a\u0301",
    "surrogates": "\ud800",
    "NUL": "\x00",
    "quoting": ">",
    "quotes": "'\"",
    "backslashes": "\\",
    "escaped frames": '"\\n  File \\"a\\"',
    "groups": "  + Exception Group Traceback (most recent call last):\n  | ExceptionGroup: x (1 sub-exception)\n"
    "  +-+---------------- 1 ----------------\n",
    "chains": 'Traceback (most recent call last):\n  File "a.py", line 1, in f\nValueError: x\n\n'
    "The above exception was the direct cause of the following exception:\n\n",
    "tracebacks": 'Traceback (most recent call last):\n  File "a.py", line 1, in f\n'
    "sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called\n\n",
    "frames": '  File "/srv/a.py", line 1, in f\n    x = 1\n',
    "frames in one line": ' File "/srv/a.py", line 1, in f x = 1',
    "cut headers": '  File "/srv/aaaaaaaaaaaa\n',
    "records": '{"a": "b\\n  File \\"x\\", line 1"}\n',
    "open records": "{\n",
    "pytest": ">       x\nE   x\n\na.py:3: ValueError\n",
    "boxes": "│ a.py:1 in f │\n│ ❱ 1 │ x │\n",
    "warnings": "/a.py:1: RuntimeWarning: coroutine 'x' was never awaited\n",
    "partial lines": '2026-11-23T07:21:04.1Z stderr P   File "x\n',
    "markup": "<span ",
    "entities": "&amp;",
    "two services": "web-1  | x\nworker-1 | y\n",
    "addresses": "sqlalche.me/e/",
    "records over lines": '{\n"a": "b"\n}\n',
    "pointers": "│ >\n│ x\n",
    "errors, then frames": 'ValueError: x\n  File "a.py", line 1, in f\n',
}


def check(text: str) -> None:
    """What must hold for any text."""
    traceback, diagnosis = diagnose(text, TREE)
    assert (traceback, diagnosis) == diagnose(text, TREE) or repr((traceback, diagnosis)) == repr(diagnose(text, TREE))
    last = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert all(1 <= line.number <= last for line in traceback.paste.lines)
    shown(traceback, diagnosis).encode("utf-8")
    for evidence in diagnosis.evidence:
        assert traceback.paste.lines[evidence.row].number == evidence.line
        assert traceback.paste.lines[evidence.row].text.strip() == evidence.text
    frames = [frame for chain in traceback.chains for raised in chain.raised for frame in raised.frames]
    assert all(0 <= frame.row < len(traceback.paste.lines) for frame in frames)


def shown(traceback: Traceback, diagnosis: Diagnosis) -> str:
    """All text that a page or a JSON answer may show."""
    return traceback.paste.text + json.dumps(asdict(diagnosis), default=repr, ensure_ascii=False)


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=2000))
def test_any_text(text: str) -> None:
    check(text)


@settings(deadline=None, max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=10), max_size=60))
def test_pieces_of_tracebacks_in_any_order(pieces: list[str]) -> None:
    check("".join(pieces))


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=1000))
def test_any_bytes(data: bytes) -> None:
    check(decode(data))


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_lot_of_the_same(kind: str) -> None:
    check((HOSTILE[kind] * 100_000)[:100_000])


@pytest.mark.parametrize("size", [5_000, 50_000])
def test_deeply_nested_records(size: int) -> None:
    check('{"a":' * size + "1" + "}" * size)
    check('{"a":\n' * size)
    check("[" * size + "]" * size)


def test_five_thousand_nested_groups() -> None:
    lines = HOSTILE["groups"].rstrip("\n").split("\n")
    check("\n".join(["  " * (depth % 100) + line for depth in range(5_000) for line in lines]))


@pytest.mark.parametrize("kind", HOSTILE)
def test_work_grows_with_the_size_and_no_faster(kind: str) -> None:
    unit = HOSTILE[kind]
    once, twice = (calls(lambda size=size: diagnose((unit * size)[:size], TREE)) for size in (20_000, 40_000))
    assert twice < 2.5 * once + 500


def calls(work: Callable[[], object]) -> int:
    """How many functions a piece of work calls, the built-in ones too."""
    count = 0

    def tally(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tally)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
