"""The closed vocabulary of the tree: how each predicate holds, and the line of the paste on which it stood."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from troubleshooter.diagnosis.model import Raised
from troubleshooter.diagnosis.scope import CUT, Scope
from troubleshooter.diagnosis.signs import find_sign

Finding = tuple[str, str, int]
"""Predicate, pattern, row."""


def find_text(pattern: str, text: str) -> int:
    """Where a pattern with `*` for anything stands in a text, -1 when it does not; linear."""
    if "*" not in pattern:
        return text.find(pattern)
    pieces = [piece for piece in pattern.split("*") if piece]
    start = at = text.find(pieces[0]) if pieces else 0
    for piece in pieces:
        found = text.find(piece, at)
        if found < 0:
            return -1
        at = found + len(piece)
    return start


def find_in_exception(scope: Scope, wanted: Mapping[str, Sequence[str]]) -> tuple[Finding, ...] | None:
    """Where `exception`, `error_code` and `message` all hold for one and the same exception, or in the loose lines."""
    for raised, text, names in scope.messages:
        found = _find_in_raised(scope, raised, text, names, wanted)
        if found is not None:
            return found
    if scope.loose and "exception" not in wanted:
        return _find_in_loose(scope, wanted)
    return None


def _find_in_raised(
    scope: Scope, raised: Raised, text: str, names: frozenset[str], wanted: Mapping[str, Sequence[str]]
) -> tuple[Finding, ...] | None:
    findings: list[Finding] = []
    for predicate, patterns in wanted.items():
        for pattern in patterns:
            if predicate == "exception":
                held = pattern in names
            elif predicate == "error_code":
                held = _has_code(text, pattern)
            else:
                held = find_text(pattern, text) >= 0
            if held:
                findings.append((predicate, pattern, _row_in(scope, raised, predicate, pattern)))
                break
        else:
            return None
    return tuple(findings)


def _find_in_loose(scope: Scope, wanted: Mapping[str, Sequence[str]]) -> tuple[Finding, ...] | None:
    """Bare lines: all conditions must hold on one line, or on it and the two below, as if it had been wrapped."""
    if not all(any(_may_hold(pattern, scope.loose_text) for pattern in patterns) for patterns in wanted.values()):
        return None
    for row, texts in scope.loose_lines:
        for text in texts:
            findings = [
                next(((predicate, p, row) for p in patterns if _holds_in(predicate, p, text)), None)
                for predicate, patterns in wanted.items()
            ]
            if all(findings):
                return tuple(finding for finding in findings if finding)
    return None


def _holds_in(predicate: str, pattern: str, text: str) -> bool:
    return _has_code(text, pattern) if predicate == "error_code" else find_text(pattern, text) >= 0


def _has_code(text: str, code: str) -> bool:
    at = text.find("sqlalche.me/e/")
    while at >= 0:
        found = text[at + 14 :].partition("/")[2]
        if found.startswith(code) and not found[len(code) : len(code) + 1].isalnum():
            return True
        at = text.find("sqlalche.me/e/", at + 14)
    return False


def _row_in(scope: Scope, raised: Raised, predicate: str, pattern: str) -> int:
    """The first of the exception's rows that shows the finding itself, else its first row."""
    needle = max(pattern.split("*"), key=len) if predicate != "error_code" else f"/{pattern}"
    for row in range(raised.row, min(raised.end, len(scope.paste.lines))):
        if needle in scope.paste.lines[row].text:
            return row
    return raised.row


def find_frames(scope: Scope, pattern: str) -> int | None:
    """The row of the first frame of the first run of frames that a pattern describes."""
    calls = scope.calls
    runs, literals = _compile(pattern)
    if not all(literal in calls for literal in literals):
        return None
    at = 0
    first: int | None = None
    for elements, literal, offset in runs:
        found = _find_run(calls, elements, literal, offset, at)
        if found is None:
            return None
        start, at = found
        if first is None:
            first = start
    return scope.row_of(calls.count("\n", 0, first) - 1) if first is not None else None


_FIXED = {"@app": "\n@", "$": "\n$\n", CUT: "~/"}
Run = tuple[tuple[str, ...], str, int]
"""The elements of a run of frames, the text to look for first, and which element that text belongs to."""


@lru_cache(maxsize=4096)
def _compile(pattern: str) -> tuple[tuple[Run, ...], tuple[str, ...]]:
    """A pattern's runs, and all texts that must be among the calls for it to match."""
    runs: list[Run] = []
    literals: list[str] = []
    for run in pattern.split(" >> "):
        elements = tuple(run.split(" > "))
        needles = [_FIXED.get(element) or max(element.split("*"), key=len) for element in elements]
        sizes = [0 if element in _FIXED else len(needle) for element, needle in zip(elements, needles, strict=True)]
        offset = sizes.index(max(sizes))
        runs.append((elements, needles[offset], offset))
        literals.extend(needles)
    return tuple(runs), tuple(literals)


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


def find_through(scope: Scope, pattern: str) -> int | None:
    """The row of the first frame whose path contains the pattern in whole components."""
    for frame in scope.frames:
        if frame is not None and find_text(f"/{pattern}/", f"/{frame.file.replace(chr(92), '/')}/") >= 0:
            return frame.row
    return None


def find_code(scope: Scope, pattern: str) -> int | None:
    """The row of the first in-app frame whose source line contains the pattern."""
    if not _may_hold(pattern, scope.own_code):
        return None
    return next((frame.row for frame in scope.own_frames if find_text(pattern, frame.code) >= 0), None)


def find_about(scope: Scope, subject: str) -> int | None:
    """The row of the first sign that the scope concerns a subject (`signs.SUBJECTS`)."""
    return find_sign(scope, subject)


def find_anywhere(scope: Scope, pattern: str) -> int | None:
    """The row of the first line of the whole paste that contains the pattern."""
    if not _may_hold(pattern, scope.paste.text):
        return None
    return next((row for row, line in enumerate(scope.paste.lines) if find_text(pattern, line.text) >= 0), None)


def _may_hold(pattern: str, text: str) -> bool:
    """Whether all that a pattern spells out is somewhere in a text: one fast look instead of many."""
    return pattern in text or ("*" in pattern and all(piece in text for piece in pattern.split("*")))


OF_EXCEPTION = ("exception", "error_code", "message")
OF_SCOPE: dict[str, Callable[[Scope, str], int | None]] = {
    "frames": find_frames,
    "through": find_through,
    "code": find_code,
    "about": find_about,
    "text": find_anywhere,
}
PREDICATES = (*OF_EXCEPTION, *OF_SCOPE)
