"""Sentry's Markdown copy and Django's debug page in its copy-and-paste view."""

import re
from collections.abc import Sequence

from troubleshooter.diagnosis.model import Frame
from troubleshooter.diagnosis.origin import is_in_app
from troubleshooter.diagnosis.shapes import Event, Final, Hit, Opened

MARKS = ("**Type:**", "Exception Type:")
_FRAME = re.compile(
    r"(\S.{0,200}?) in (\S.{0,600}?) \[Line (\d{1,9})(?:, column \d{1,6})?\](?: \((In app|Not in app)\))?$",
    re.IGNORECASE,
)
_LOOK_AHEAD = 400


def read_sentry(texts: Sequence[str], row: int, is_open: bool) -> Hit | None:
    """An exception given as labelled type and value, with Sentry's frames, newest first, behind it."""
    text = texts[row].strip()
    if text.startswith("**Type:**"):
        kind, value = text[9:].strip(), ""
        at = row + 1
        if at < len(texts) and texts[at].strip().startswith("**Value:**"):
            value = texts[at].strip()[10:].strip()
            at += 1
        frames, end = _read_frames(texts, at)
        final = Final(kind, value, row, at)
        return ((Opened(row), *frames, final), end) if frames else ((Opened(row), final), at)
    if text.startswith("Exception Type:"):
        kind = text[15:].strip().partition(" at ")[0]
        value = ""
        at = row + 1
        if at < len(texts) and texts[at].strip().startswith("Exception Value:"):
            value = texts[at].strip()[16:].strip()
            at += 1
            while at < len(texts) and texts[at].strip() and at - row < 40:
                value += "\n" + texts[at].strip()
                at += 1
        return (Final(kind, value, row, at),), at
    return None


def _read_frames(texts: Sequence[str], at: int) -> tuple[list[Event], int]:
    newest_first: list[Frame] = []
    end = at
    for row in range(at, min(len(texts), at + _LOOK_AHEAD)):
        found = _FRAME.match(texts[row].strip())
        if found:
            code = texts[row + 1].partition("<-- SUSPECT")[0].strip() if row + 1 < len(texts) else ""
            file = found.group(2)
            newest_first.append(Frame(file, int(found.group(3)), found.group(1), row, code, "", is_in_app(file)))
            end = min(row + 2, len(texts))
        elif texts[row].startswith(("**Type:**", "## ")):
            break
    return list(reversed(newest_first)), end
