"""Runs of frames: how the pattern of a `frames` predicate is matched against the calls of a scope."""

from collections.abc import Sequence
from functools import lru_cache

from troubleshooter.diagnosis.scope import CUT, Scope

_FIXED = {"@app": "\n@", "$": "\n$\n", CUT: "~/"}
Run = tuple[tuple[str, ...], str, int]
"""The elements of a run of frames, the text to look for first, and which element that text belongs to."""


@lru_cache(maxsize=4096)
def _compile(pattern: str) -> tuple[tuple[Run, ...], frozenset[str], frozenset[str]]:
    """A pattern's runs, the `name.py:function` it cannot do without, and the texts that a `*` leaves of others."""
    runs: list[Run] = []
    tails: set[str] = set()
    literals: set[str] = set()
    for run in pattern.split(" >> "):
        elements = tuple(run.split(" > "))
        needles = [_FIXED.get(element) or max(element.split("*"), key=len) for element in elements]
        sizes = [0 if element in _FIXED else len(needle) for element, needle in zip(elements, needles, strict=True)]
        offset = sizes.index(max(sizes))
        runs.append((elements, needles[offset], offset))
        whole = {element for element in elements if element not in _FIXED and "*" not in element}
        tails.update(element.rpartition("/")[2] for element in whole)
        literals.update(needle for element, needle in zip(elements, needles, strict=True) if element not in whole)
    return tuple(runs), frozenset(tails), frozenset(literals)


def find_frames(scope: Scope, pattern: str) -> tuple[int, ...]:
    """The rows of all frames that a pattern names, in its first match from the top; empty when there is none."""
    runs, tails, literals = _compile(pattern)
    if not tails <= scope.tails:
        return ()
    calls = scope.calls
    for literal in literals:
        if literal not in calls:
            return ()
    at = 0
    rows: list[int] = []
    for elements, literal, offset in runs:
        found = _find_run(calls, elements, literal, offset, at)
        if found is None:
            return ()
        start, at = found
        position = calls.count("\n", 0, start) - 1
        rows.extend(scope.row_of(position + step) for step, element in enumerate(elements) if element != "$")
    return tuple(rows)


def _find_run(calls: str, elements: Sequence[str], literal: str, offset: int, at: int) -> tuple[int, int] | None:
    """Where frames directly below each other match `elements`: start of the first line, end of the last."""
    while True:
        hit = calls.find(literal, at)
        if hit < 0:
            return None
        start = (calls.rfind("\n", 0, hit) if literal[0] != "\n" else hit) + 1
        at = calls.find("\n", start)
        for _ in range(offset):
            start = calls.rfind("\n", 0, max(start - 1, 0)) + 1
        end = start - 1
        for position, element in enumerate(elements):
            begin, end = end + 1, calls.find("\n", end + 1)
            if end < 0 or begin == 0 or not _is_call(calls[begin:end], element, first=position == 0):
                break
        else:
            return start, end
        if at < 0:
            return None


def _is_call(call: str, element: str, *, first: bool) -> bool:
    if element == CUT:
        return call[1:2] == "~"
    if not first and call[1:2] == "~":
        return False
    if element == "@app":
        return call.startswith("@")
    if "*" not in element:
        return call.endswith("/" + element) or call == element
    pieces = ("/" + element).split("*")
    at = call.find(pieces[0])
    while at >= 0:
        rest = at + len(pieces[0])
        for piece in pieces[1:-1]:
            rest = call.find(piece, rest)
            if rest < 0:
                return False
            rest += len(piece)
        if call.endswith(pieces[-1]) and len(call) - len(pieces[-1]) >= rest:
            return True
        at = call.find(pieces[0], at + 1)
    return False
