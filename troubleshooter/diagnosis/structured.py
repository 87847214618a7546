"""Finds log records in JSON, and escaped strings, among the lines, and spells them out."""

from bisect import bisect_right
from itertools import accumulate

from troubleshooter.diagnosis.escapes import unescape
from troubleshooter.diagnosis.model import Line
from troubleshooter.diagnosis.records import Placed, decode, spell

_SOURCE = ("│", "|", ">  ", "❱", "[SQL", "[parameters")
_ATTEMPTS = 20
"""How often a line that opens a record is tried together with those below it: each try may read to the end."""
_NARROWEST = 40


def expand_structured(lines: list[Line]) -> list[Line]:
    """Gives the lines with JSON records and escaped tracebacks spelled out, each with the number of its line."""
    if not any("\\n" in line.text or "{" in line.text or "[" in line.text for line in lines):
        return lines
    result: list[Line] = []
    attempts = _ATTEMPTS
    row = 0
    changed = False
    while row < len(lines):
        line = lines[row]
        found = None if _is_source(lines, row) else _record([line])
        if found is None and attempts and (end := _end_of_block(lines, row)) > row + 1:
            attempts -= 1
            found = _record(lines[row:end], is_wrapped=len(line.text) >= _NARROWEST)
        if found is None and not _is_source(lines, row) and (texts := unescape(line.text)) is not None:
            found = [Line(line.number, text) for text in texts], 1
        changed = changed or found is not None
        spelled, taken = found or ([line], 1)
        result.extend(spelled)
        row += taken
    return result if changed else lines


def _is_source(lines: list[Line], row: int) -> bool:
    """Whether a line is a program's, or a statement's: a dictionary there is no record."""
    is_below_header = row > 0 and lines[row - 1].text.lstrip().startswith('File "')
    return is_below_header or lines[row].text.lstrip().startswith(_SOURCE)


def _end_of_block(lines: list[Line], row: int) -> int:
    """The row after the lines that may together be the record which opens here."""
    text = lines[row].text
    if _is_source(lines, row):
        return row
    if text.strip() in ("{", "[", "[{"):
        return len(lines)
    if '{"' not in text or len(text) < _NARROWEST:
        return row
    end = row + 1
    while end < len(lines) and len(lines[end].text) == len(text):
        end += 1
    return min(end + 1, len(lines))


def _record(block: list[Line], *, is_wrapped: bool = False) -> tuple[list[Line], int] | None:
    """What the record on these lines says, with what stands before and after it; and how many lines it took."""
    text = ("" if is_wrapped else "\n").join([line.text for line in block])
    at = text.find("{")
    if at < 0 or '"' not in text or ":" not in text:
        return None
    if text[:at].rstrip().endswith("["):
        at = text[:at].rstrip().rfind("[")
    decoded = decode(text, at)
    if decoded is None or not decoded[0]:
        return None
    value, end = decoded
    taken = len(block) if is_wrapped else text.count("\n", 0, end) + 1
    ends = list(accumulate(len(line.text) + (not is_wrapped) for line in block[:taken]))
    number = block[0].number
    result: list[Line] = []
    for part in (text[:at].strip(), *spell(value), text[end : ends[taken - 1]].strip()):
        if isinstance(part, Placed):
            number = block[bisect_right(ends, part.at - 1)].number
        result.append(Line(number, str(part)))
    return result[0 if result[0].text else 1 : None if result[-1].text else -1], taken
