"""Each predicate of the tree holds when it should, and only then."""

import pytest

from troubleshooter.diagnosis.parsing import parse
from troubleshooter.diagnosis.paste import clean
from troubleshooter.diagnosis.predicates import find_text
from troubleshooter.diagnosis.scope import scopes
from troubleshooter.diagnosis.tree import find_all

TRACEBACK = """\
Traceback (most recent call last):
  File "/srv/app/main.py", line 12, in main
    return author.books
  File "/srv/app/.venv/lib/python3.12/site-packages/sqlalchemy/orm/attributes.py", line 575, in __get__
    return self.impl.get(state, dict_)
  File "/srv/app/.venv/lib/python3.12/site-packages/sqlalchemy/orm/strategies.py", line 1013, in _load_for_state
    return self._emit_lazyload(
  File "/srv/app/.venv/lib/python3.12/site-packages/sqlalchemy/util/concurrency.py", line 161, in await_
    raise exc.MissingGreenlet(
sqlalchemy.exc.StatementError: (sqlalchemy.exc.MissingGreenlet) greenlet_spawn has not been called
[SQL: SELECT book.id FROM book]
(Background on this error at: https://sqlalche.me/e/21/xd2s)
"""


def holds(paste: str = TRACEBACK, /, **conditions: str) -> bool:
    traceback = parse(clean(paste))
    scope = next(scopes(traceback, traceback.chains[0]))
    return find_all({key: (pattern,) for key, pattern in conditions.items()}, scope) is not None


@pytest.mark.parametrize(
    "conditions",
    [
        {"exception": "StatementError"},
        {"exception": "sqlalchemy.exc.StatementError"},
        {"exception": "MissingGreenlet"},
        {"error_code": "xd2s"},
        {"message": "SELECT book.id"},
        {"message": "greenlet_spawn*called"},
        {"exception": "MissingGreenlet", "message": "greenlet_spawn", "error_code": "xd2s"},
        {"frames": "@app > attributes.py:__get__"},
        {"frames": "@app >> concurrency.py:await_"},
        {"frames": "orm/attributes.py:* > orm/strategies.py:_load_*"},
        {"frames": "sqlalchemy/*:await_ > $"},
        {"through": "sqlalchemy/orm"},
        {"code": "author.books"},
        {"about": "sqlalchemy"},
        {"text": "line 1013, in *_for_state"},
    ],
)
def test_holds(conditions: dict[str, str]) -> None:
    assert holds(**conditions)


@pytest.mark.parametrize(
    "conditions",
    [
        {"exception": "Greenlet"},
        {"exception": "exc.StatementError"},
        {"error_code": "xd2"},
        {"error_code": "21"},
        {"message": "greenlet_spawn*never"},
        {"exception": "MissingGreenlet", "message": "QueuePool"},
        {"frames": "@app > strategies.py:_load_for_state"},
        {"frames": "concurrency.py:await_ >> attributes.py:__get__"},
        {"frames": "tributes.py:__get__"},
        {"frames": "@app > $"},
        {"through": "alchemy/orm"},
        {"code": "_emit_lazyload"},
        {"text": "line 1013*line 161"},
    ],
)
def test_does_not_hold(conditions: dict[str, str]) -> None:
    assert not holds(**conditions)


def test_frames_that_were_left_out_break_directly_below() -> None:
    cut = TRACEBACK.replace("    return author.books\n", "    return author.books\n  ...\n")
    assert not holds(cut, frames="@app > attributes.py:__get__")
    assert holds(cut, frames="@app >> attributes.py:__get__")
    assert holds(cut, frames="...")
    assert not holds(frames="...")


def test_an_exception_whose_line_was_cut_off_is_three_dots() -> None:
    head = TRACEBACK[: TRACEBACK.index("sqlalchemy.exc.StatementError")]
    assert holds(head, exception="...")
    assert not holds(exception="...")


def test_a_message_that_a_terminal_wrapped_still_matches() -> None:
    wrapped = TRACEBACK.replace("greenlet_spawn has not been called", "greenlet_spawn has not\nbeen cal\nled")
    assert holds(wrapped, message="greenlet_spawn has not been called") or holds(wrapped, message="has not been")


def test_another_library_vetoes_that_code_is_about_a_database() -> None:
    text = """\
Traceback (most recent call last):
  File "/srv/app/main.py", line 3, in main
    await session.get(url)
  File "/usr/lib/python3.12/site-packages/httpx/_client.py", line 1, in get
    raise RuntimeError
RuntimeError: Event loop is closed
"""
    assert not holds(text, about="code")
    assert holds(text.replace("httpx/_client", "somelib/_client"), about="code")


@pytest.mark.parametrize(
    ("pattern", "text", "at"),
    [
        ("b*d", "abcd", 1),
        ("b*b", "abcd", -1),
        ("*cd", "abcd", 2),
        ("a*", "abcd", 0),
        ("d*a", "abcd", -1),
        ("ab*bc", "abc", -1),
    ],
)
def test_a_star_stands_for_anything_in_order(pattern: str, text: str, at: int) -> None:
    assert find_text(pattern, text) == at
