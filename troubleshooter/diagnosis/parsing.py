"""Reads a cleaned paste: the shapes it is printed in, into exception chains, groups and loose lines."""

from collections.abc import Sequence

from troubleshooter.diagnosis.assembling import Assembly
from troubleshooter.diagnosis.model import Paste, Traceback
from troubleshooter.diagnosis.shapes import Reader, ipython, other, pytest, rich, sentry
from troubleshooter.diagnosis.shapes.cpython import read_frame, read_structure
from troubleshooter.diagnosis.shapes.message import read_final

_BY_MARK: tuple[tuple[tuple[str, ...], Reader], ...] = (
    (other.REVERSED_MARKS, other.read_reversed),
    (other.SANIC_MARKS, other.read_sanic),
    (other.LAMBDA_MARKS, other.read_lambda),
    (rich.MARKS, rich.read_box),
    (pytest.MARKS, pytest.read_pytest),
    (ipython.MARKS, ipython.read_ipython),
    (sentry.MARKS, sentry.read_sentry),
    (other.WARNING_MARKS, other.read_warning),
)
_COMMON: tuple[Reader, ...] = (read_structure, read_final)
_PLAIN = ("    ", '  File "')
"""How the lines of a plain frame begin: the marks of other shapes need not be looked for there."""


def parse(paste: Paste) -> Traceback:
    """Gives the chains of a cleaned paste in printed order, and the rows that belong to none; never raises."""
    texts = paste.texts
    readers = _COMMON if paste.is_bare else _readers(paste)
    assembly = Assembly()
    row = 0
    while row < len(texts):
        text = texts[row]
        if not text:
            row += 1
        elif 'File "' in text and (found := read_frame(texts, row)):
            assembly.take_frame(found[0], row)
            row = found[1]
        else:
            row = _read_other(readers, texts, row, assembly)
    assembly.finish()
    return Traceback(paste, tuple(assembly.chains()), tuple(assembly.loose))


def _readers(paste: Paste) -> Sequence[Reader]:
    """The readers of the shapes whose marks stand in the paste, and those of CPython's own."""
    unusual = "\n".join(["", *[text for text in paste.texts if not text.startswith(_PLAIN)]])
    special = [read for marks, read in _BY_MARK if any(mark in unusual for mark in marks)]
    if rich.read_box not in special and any(mark in paste.text for mark in rich.MARKS):
        special.insert(0, rich.read_box)
    quoted, bare = paste.text.count(ipython.UNQUOTED[1]), paste.text.count(ipython.UNQUOTED[0])
    if ipython.read_ipython not in special and bare > quoted:
        special.append(ipython.read_ipython)
    return (*special, *_COMMON)


def _read_other(readers: Sequence[Reader], texts: Sequence[str], row: int, assembly: Assembly) -> int:
    """Reads what is no plain frame, and gives the row after it."""
    for read in readers:
        hit = read(texts, row, assembly.is_open)
        if hit is not None:
            events, after = hit
            for event in events:
                assembly.take(event, row)
            return max(after, row + 1)
    assembly.loose.append(row)
    return row + 1
