"""rich's box, as rich, typer, textual and structlog's console renderer print it."""

import re
from collections.abc import Sequence

from troubleshooter.diagnosis.model import Frame
from troubleshooter.diagnosis.origin import is_in_app
from troubleshooter.diagnosis.shapes import Event, Gap, Hit, Opened

MARKS = ("│", "Traceback (most recent call last) -", "❱")
_EDGES = "│|┃"
_HEADER = re.compile(r"(.{1,1000}?):(\d{1,9}) in ([\w.<>]{1,200})$")
_NAMED = re.compile(r"in ([\w.<>]{1,300}):(\d{1,9})$")
_SOURCE = re.compile(r"([❱>])? *(\d{1,7}) [│|] ?(.*)")
_POINTER = re.compile(r"[ │|┃]{1,200}> *\d")
_MOST = 30
"""A path is wrapped over fewer lines than these."""
_HIDDEN = re.compile(r"\.\.\. \d{1,7} frames hidden \.\.\.")


def read_box(texts: Sequence[str], row: int, is_open: bool) -> Hit | None:
    """All frames of one box, wrapped paths joined, locals left out; the exception's line stands below it."""
    text = texts[row]
    if _is_top(text):
        start = row + 1
        events: list[Event] = [Opened(row)]
    elif _inner(text) is not None and _looks_like_box(texts, row):
        start = row
        events = []
    else:
        return None
    end = start
    inside: list[tuple[int, str]] = []
    in_locals = False
    while end < len(texts):
        inner = _inner(texts[end])
        if inner is None:
            if texts[end].strip():
                break
            end += 1
            continue
        stripped = inner.strip()
        if stripped.startswith(("╭", "+--")) and not in_locals and stripped.endswith(("╮", "+", "…", "─")):
            in_locals = True
        elif in_locals and stripped.startswith(("╰", "+--")):
            in_locals = False
        elif not in_locals:
            inside.append((end, inner))
        end += 1
    events.extend(_read_entries(inside))
    if end < len(texts) and _is_bottom(texts[end]):
        end += 1
    return (tuple(events), end) if end > row else None


def _is_top(text: str) -> bool:
    stripped = text.strip()
    at = stripped.find("Traceback (most recent")
    return at > 0 and stripped[at - 2 : at - 1] in "─-" and not stripped.startswith("---")


def _is_bottom(text: str) -> bool:
    stripped = text.strip()
    return len(stripped) > 10 and stripped[0] in "╰+" and set(stripped[1:-1]) <= {"─", "-"}


def _inner(text: str) -> str | None:
    """What stands between the two edges of a box's line."""
    start = min((at for edge in _EDGES if (at := text.find(edge)) >= 0), default=-1)
    if start < 0 or (start > 0 and not text[:start].isspace()):
        return None
    stop = max(text.rfind(edge) for edge in _EDGES)
    return text[start + 1 : stop] if stop > start and stop >= len(text.rstrip()) - 1 else text[start + 1 :]


def _looks_like_box(texts: Sequence[str], row: int) -> bool:
    return any("❱" in text or (">" in text and _POINTER.match(text)) for text in texts[row : row + 14])


def _read_entries(inside: list[tuple[int, str]]) -> list[Event]:
    events: list[Event] = []
    width = max((len(inner.rstrip()) for _, inner in inside), default=0)
    head: list[tuple[int, str]] = []
    frame: Frame | None = None
    for row, inner in [*inside, (-1, "")]:
        stripped = inner.strip()
        source = _SOURCE.match(stripped)
        if source:
            if source.group(1) and frame is not None:
                events[-1] = frame = _with_code(frame, source.group(3))
            head = []
        elif stripped:
            if _HIDDEN.search(stripped):
                events.append(Gap())
            elif len(head) < _MOST:
                head.append((row, inner))
        elif head:
            found = _frame(head, width)
            if found is not None:
                events.append(found)
                frame = found
            head = []
    return events


def _frame(head: list[tuple[int, str]], width: int) -> Frame | None:
    text = ""
    full = False
    for _, inner in head:
        part = inner.strip()
        text = part if not text else f"{text}{part}" if full and not part.startswith("in ") else f"{text} {part}"
        full = len(inner.rstrip()) >= width - 1
    found = _HEADER.match(text)
    if found:
        file = found.group(1)
        return Frame(file, int(found.group(2)), found.group(3), head[0][0], "", "", is_in_app(file))
    named = _NAMED.match(text)
    if named:
        module, _, function = named.group(1).rpartition(".")
        return Frame(f"<{module}>", int(named.group(2)), function, head[0][0])
    return None


def _with_code(frame: Frame, code: str) -> Frame:
    return Frame(frame.file, frame.line, frame.function, frame.row, code.lstrip("│| ").rstrip(), "", frame.in_app)
