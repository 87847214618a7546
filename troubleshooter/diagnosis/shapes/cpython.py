"""The shape that CPython's traceback module prints, and its near relations (loguru, stackprinter, Sentry, Django)."""

import re
from collections.abc import Sequence

from troubleshooter.diagnosis.model import Frame, Rank
from troubleshooter.diagnosis.origin import is_in_app
from troubleshooter.diagnosis.shapes import Event, Gap, Hit, Joint, Member, Opened
from troubleshooter.diagnosis.shapes.message import bare, is_type

_FRAME = re.compile(r'File "([^"\n]*)", line (\d{1,9})(?:, col \d{1,6})?(?:,? in (.+))?')
_PLAIN = re.compile(r'  File "([^"\n]*)", line (\d{1,9}), in ([\w.<>]+)$')
_ARROW = re.compile(r" *-{0,6}> ?(\d{1,7}):? ?(.*)")
_NUMBERED = re.compile(r" *\d{1,7}(?:  |$)")
_MEMBER = re.compile(r"\+(?:-\+)?-{4,40} (\d{1,5}|\.\.\.) -{4,40}")
_CAUSE = re.compile(r"The above exception(?: \((.{0,2000})\))? was the direct cause of the following exception:?")
_CONTEXT = re.compile(r"During handling of the above exception(?: \((.{0,2000})\))?,? another exception occurred:?")
_ELIDED = re.compile(
    r"(?:\.\.\.|…|\[\.{3,4}\]|\(\.\.\.\)|<\.\.\.>)(?: .{0,60})?$"
    r"|\[?\.{3}.{0,40}(?:frames|lines|calls|snip|omitted|cut)\b|⋮"
)
_ELIDES = (".", "…", "[", "(", "<", "⋮")
_CARETS = re.compile(r" *[~^][~^ ]*$")
_NEXT = '  File "'
_MARKS = {"^", "~", " "}
_RANKS: tuple[tuple[str, Rank], ...] = (
    ("Exception ignored in", "leftover"),
    ("Exception during reset", "pool-log"),
    ("Exception terminating connection", "pool-log"),
    ("Exception closing connection", "pool-log"),
    ("Error closing cursor", "pool-log"),
)


def read_frame(texts: Sequence[str], row: int) -> tuple[Frame, int] | None:
    """One `File "...", line N, in f` with its source line and carets, and the row after it."""
    text = texts[row]
    found = _PLAIN.match(text)
    indent = 2
    if found is None:
        stripped = text.lstrip(" >")
        indent = len(text) - len(stripped)
        found = _FRAME.match(stripped)
    if found is None:
        return None
    file, line, function = found.groups("")
    own = is_in_app(file)
    code, marked, end = _read_code(texts, row, indent, own=own)
    return Frame(file, int(line), function.strip(), row, code, marked, own), end


def read_structure(texts: Sequence[str], row: int, is_open: bool) -> Hit | None:
    """Headers, joints between links, exception group markers, and places where somebody cut."""
    text = bare(texts[row])
    if not text:
        return None
    first = text[0]
    if first in "T+E" and (text.startswith("Traceback (most recent") or "Group Traceback (most recent" in text[:60]):
        return (Opened(row, _said_above(texts, row)),), row + 1
    if first == "+" and (events := _read_marker(text)):
        return events, row + 1
    if first == "T" and (found := _CAUSE.match(text)):
        return (Joint("cause", found.group(1) or ""),), row + 1
    if first == "D" and (found := _CONTEXT.match(text)):
        return (Joint("context", found.group(1) or ""),), row + 1
    if is_open and first in _ELIDES and _ELIDED.match(text):
        return (Gap(),), row + 1
    if is_open and first == "[" and text.startswith("[Previous line repeated"):
        return (), row + 1
    if first == "E":
        if text.startswith("Exception in thread") and "_connection_worker_thread" in text:
            return (Opened(row, "leftover"),), row + 1
        for start, rank in _RANKS:
            if text.startswith(start):
                return (Opened(row, rank),), row + 1
    return None


def _said_above(texts: Sequence[str], row: int) -> Rank | None:
    """What the line above a header makes of it, where a logger's own words stand before the pool's."""
    above = texts[row - 1] if row else ""
    return next((rank for said, rank in _RANKS if rank == "pool-log" and f"{said} " in above), None)


def _read_marker(text: str) -> tuple[Event, ...]:
    found = _MEMBER.match(text)
    if found:
        return (Member(int(found.group(1)) if found.group(1).isdigit() else 99_999),)
    return (Member(0),) if text.startswith("+----------") and text.strip("+-") == "" else ()


def _read_code(texts: Sequence[str], row: int, indent: int, *, own: bool) -> tuple[str, str, int]:
    """The source below a frame's header: its lines, the part of the user's own under the carets, the row after it."""
    at = row + 1
    count = len(texts)
    if at + 2 < count and texts[at][:4] == "    " and texts[at][4:5].isalpha():
        below = texts[at + 1]
        if below.startswith(_NEXT):
            return texts[at].strip(), "", at + 1
        if texts[at + 2].startswith(_NEXT) and _CARETS.match(below):
            return texts[at].strip(), _under(texts[at], below) if own else "", at + 2
    if at < count and not texts[at] and at + 1 < count:
        at += 1
    if at >= count or not _is_code(texts[at], indent, first=True):
        return "", "", row + 1
    if _NUMBERED.match(texts[at]) or _ARROW.match(texts[at]):
        return _read_numbered(texts, at, row)
    source = [texts[at]]
    marked = ""
    at += 1
    while at < count and at - row < 60:
        text = texts[at]
        stripped = text.strip()
        if stripped and _MARKS.issuperset(stripped) and ("^" in stripped or "~" in stripped):
            marked = marked or _under(source[-1], text)
        elif stripped.startswith(("│", "└", "|  ", "-> ")):
            pass
        elif stripped[:1] in _ELIDES and not stripped.startswith("...<") and _ELIDED.match(stripped):
            break
        elif stripped and len(text) - len(text.lstrip(" ")) > indent and _is_code(text, indent, first=False):
            source.append(text)
        else:
            break
        at += 1
    return "\n".join([line.strip() for line in source]), marked, at


def _is_code(text: str, indent: int, *, first: bool) -> bool:
    stripped = text.lstrip(" ")
    if not stripped or stripped.startswith(
        ('File "', "Traceback (most", "The above exception", "During handling of", "[Previous line")
    ):
        return False
    if len(text) - len(stripped) > indent:
        return True
    name = stripped.partition(":")[0]
    return (
        first and not stripped.startswith("+") and not (name.replace(".", "").isidentifier() and is_type(name, False))
    )


def _read_numbered(texts: Sequence[str], at: int, row: int) -> tuple[str, str, int]:
    """stackprinter's context: numbered lines, an arrow at the one that ran."""
    code = ""
    while at < len(texts) and at - row < 60 and texts[at].strip() and 'File "' not in texts[at]:
        found = _ARROW.match(texts[at])
        if found:
            code = found.group(2).strip()
        elif code and not texts[at].startswith(" "):
            break
        at += 1
    return code, "", at


def _under(source: str, carets: str) -> str:
    start = len(carets) - len(carets.lstrip(" "))
    return source[start : len(carets.rstrip())].strip()
