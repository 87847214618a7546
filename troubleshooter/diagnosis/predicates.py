"""The closed vocabulary of the tree: how each predicate holds, and the line of the paste on which it stood."""

from collections.abc import Callable, Mapping, Sequence

from troubleshooter.diagnosis.model import Raised
from troubleshooter.diagnosis.runs import find_frames
from troubleshooter.diagnosis.scope import Scope
from troubleshooter.diagnosis.signs import find_sign

Rows = tuple[int, ...]
"""Where a predicate stood; empty when it does not hold."""
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
    for row in range(raised.row, min(raised.end, len(scope.paste.texts))):
        if needle in scope.paste.texts[row]:
            return row
    return raised.row


def find_through(scope: Scope, pattern: str) -> Rows:
    """The row of the first frame whose path contains the pattern in whole components."""
    for frame in scope.frames:
        if frame is not None and find_text(f"/{pattern}/", f"/{frame.file.replace(chr(92), '/')}/") >= 0:
            return (frame.row,)
    return ()


def find_code(scope: Scope, pattern: str) -> Rows:
    """The row of the first in-app frame whose source line contains the pattern."""
    if not _may_hold(pattern, scope.own_code):
        return ()
    return tuple([frame.row for frame in scope.own_frames if find_text(pattern, frame.code) >= 0][:1])


def find_about(scope: Scope, subject: str) -> Rows:
    """The row of the first sign that the scope concerns a subject (`signs.SUBJECTS`)."""
    row = find_sign(scope, subject)
    return () if row is None else (row,)


def find_anywhere(scope: Scope, pattern: str) -> Rows:
    """The row of the first line of the whole paste that contains the pattern."""
    if not _may_hold(pattern, scope.paste.text):
        return ()
    row = next((row for row, text in enumerate(scope.paste.texts) if find_text(pattern, text) >= 0), None)
    return () if row is None else (row,)


def _may_hold(pattern: str, text: str) -> bool:
    """Whether all that a pattern spells out is somewhere in a text: one fast look instead of many."""
    return pattern in text or ("*" in pattern and all(piece in text for piece in pattern.split("*")))


OF_EXCEPTION = ("exception", "error_code", "message")
OF_SCOPE: dict[str, Callable[[Scope, str], Rows]] = {
    "frames": find_frames,
    "through": find_through,
    "code": find_code,
    "about": find_about,
    "text": find_anywhere,
}
PREDICATES = (*OF_EXCEPTION, *OF_SCOPE)
