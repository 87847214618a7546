"""pytest's long, short and line styles."""

import re
from collections.abc import Sequence

from troubleshooter.diagnosis.model import Frame
from troubleshooter.diagnosis.origin import is_in_app
from troubleshooter.diagnosis.shapes import Event, Final, Hit, Opened
from troubleshooter.diagnosis.shapes.message import is_type

MARKS = ("\nE  ", "_ _ _ _", "S ==")
_LOCATION = re.compile(
    r"((?:[A-Za-z]:\\)?[^\s:'\"(){}=][^:'\"(){}=]{0,400}?):(\d{1,7}):"
    r"(?: in (\S.{0,200})| ?([A-Za-z_][\w.]{0,120})?)\s*$"
)
_ERROR = re.compile(r"E(?: {2,}|$)(.*)")
_TITLE = re.compile(r"_{3,} .{1,300} _{3,}$")
_SECTION = re.compile(r"[=-]{4,} .{1,200} [=-]{4,}$")
_DEF = re.compile(r"(?:[>E] | ) *(?:async )?def (\w{1,120})\(")
_TYPED = re.compile(r"((?:[A-Za-z_]\w{0,80}\.){0,9}[A-Za-z_]\w{0,80})(?:: ?(.*))?$")
_ELSE = ('File "', "Traceback (most", "The above exception", "During handling of", "+", "|")
"""What an indented line begins with when it is no source of pytest's long style."""
_CRASH = re.compile(
    r"((?:[A-Za-z]:\\)?[^\s:]{1,400}\.py):(\d{1,7}): ((?:[A-Za-z_]\w{0,80}\.){0,9}[A-Za-z_]\w{0,80}): (.*)"
)
_LOOK_BACK = 400


def read_pytest(texts: Sequence[str], row: int, is_open: bool) -> Hit | None:
    """A test's title, one entry's location with its frame, or the E lines of the exception."""
    text = texts[row]
    if (text[:1] == "_" and _TITLE.match(text)) or (text[:1] in ("=", "-") and _SECTION.match(text)):
        return (Opened(row),), row + 1
    if text.startswith("E") and _ERROR.match(text):
        return _read_errors(texts, row)
    if text.startswith(("    ", ">   ")) and not text.lstrip().startswith(_ELSE):
        return (), row + 1
    if ":" not in text or text.startswith((" ", ">")):
        return None
    if found := _LOCATION.match(text):
        is_entry = found.group(3) or found.group(4) or _is_end_of_entry(texts, row)
        return _read_location(texts, row, found) if is_entry else None
    return _read_crash(text, row)


def _read_crash(text: str, row: int) -> Hit | None:
    """`path:line: Type: message`, all that --tb=line prints of a failure."""
    found = _CRASH.match(text) if ".py:" in text else None
    if not found or not is_type(found.group(3), False) or found.group(3).endswith("Warning"):
        return None
    file, line, kind, message = found.groups()
    frame = Frame(file, int(line), "", row, "", "", is_in_app(file))
    return (Opened(row), frame, Final(kind, message, row, row + 1)), row + 1


def _read_location(texts: Sequence[str], row: int, found: re.Match[str]) -> Hit:
    if found.group(3):
        code, marked, end = _code_below(texts, row)
        function = found.group(3)
    else:
        code, marked, function = _entry_above(texts, row)
        end = row + 1
    file = found.group(1)
    return (Frame(file, int(found.group(2)), function, row, code, marked, is_in_app(file)),), end


def _is_end_of_entry(texts: Sequence[str], row: int) -> bool:
    below = texts[row + 1] if row + 1 < len(texts) else ""
    return below.startswith(("_ _", "\n", "__", "==", "--")) or not below.strip()


def _read_errors(texts: Sequence[str], row: int) -> Hit | None:
    end = row
    parts: list[str] = []
    while end < len(texts) and (found := _ERROR.match(texts[end])):
        parts.append(found.group(1).strip() if not parts else found.group(1))
        end += 1
    typed = _TYPED.match(parts[0])
    if typed and is_type(typed.group(1), True, has_message=typed.group(2) is not None):
        kind, message = (
            typed.group(1),
            "\n".join([typed.group(2) or "", *(part.strip() for part in parts[1:])]),
        )
    else:
        kind, message = "", "\n".join(part.strip() for part in parts)
    final = Final(kind, message.rstrip(), row, end)
    events: tuple[Event, ...] = (final,)
    below = end
    while (
        below < len(texts) and below - end < _LOOK_BACK and not texts[below].startswith(("_ _", "__", "==", "--", "E "))
    ):
        located = _LOCATION.match(texts[below]) if texts[below][:1].strip() else None
        if located and not located.group(3):
            (frame,), after = _read_location(texts, below, located)
            return (frame, final), after
        if located:
            break
        below += 1
    return events, end


def _code_below(texts: Sequence[str], row: int) -> tuple[str, str, int]:
    at = row + 1
    source = ""
    marked = ""
    while at < len(texts) and texts[at].startswith("    ") and at - row < 60:
        stripped = texts[at].strip()
        if stripped and set(stripped) <= {"^", "~", " "}:
            marked = marked or _under(source, texts[at])
        elif not source:
            source = texts[at]
        at += 1
    return source.strip(), marked, at


def _entry_above(texts: Sequence[str], row: int) -> tuple[str, str, str]:
    """The `>` line, what its carets mark, and the function's name, from the source printed above a location."""
    code = marked = function = ""
    for at in range(row - 1, max(-1, row - _LOOK_BACK), -1):
        text = texts[at]
        if text.startswith(("_ _", "__", "==")) or (text[:1].strip() and text[0] not in ">E" and _LOCATION.match(text)):
            break
        if text.startswith(">") and not code:
            code = text[1:]
            below = texts[at + 1].removeprefix("E") if at + 1 < row else ""
            if below.strip() and set(below.strip()) <= {"^", "~", " "}:
                marked = _under(text, texts[at + 1])
        found = _DEF.match(text)
        if found and not function:
            function = found.group(1)
    return code.strip(), marked, function


def _under(source: str, carets: str) -> str:
    body = carets[1:] if carets.startswith("E") else carets
    start = len(carets) - len(body) + len(body) - len(body.lstrip())
    return source[start : len(carets.rstrip())].strip()
