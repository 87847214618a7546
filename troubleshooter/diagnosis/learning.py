"""Takes off a prefix of no known kind: what the lines themselves show to stand before each of them."""

import re

from troubleshooter.diagnosis.model import Line

_MARKS = (
    "Traceback (most recent", 'File "', "+ Exception Group Traceback", "The above exception was", "During handling of",
    "╭─", "E   ", "sqlalchemy.exc.",
)  # fmt: skip
_SAYS = re.compile(
    r"[^\s:]{1,400}:\d{1,7}: \w{1,40}Warning: "
    r"|(?:[a-z_]\w{0,60}\.){1,6}[A-Z]\w{0,60}(?:Error|Exception|Greenlet|Required): "
)
_NUMBER = re.compile(r"\d+")


def strip_learned(lines: list[Line]) -> list[Line]:
    """Takes off a prefix of no known kind: one that stands, numbers aside, before every frame, or before every line."""
    masks: dict[str, int] = {}
    for line in lines:
        at = line.text.find('  File "')
        if at > 0 and not line.text[:at].isspace():
            mask = _mask(line.text[:at])
            masks[mask] = masks.get(mask, 0) + 1
    mask, count = max(masks.items(), key=lambda item: item[1]) if masks else ("", 0)
    if count < 2 or mask.strip(" |>+") == "":
        mask = _common([line.text for line in lines if line.text and not line.text.isspace()])
    if not mask or len(mask) > 200:
        return lines
    match = re.compile(re.escape(mask).replace("0", r"\d{1,20}")).match
    return _behind([(line, match(line.text) or match(f"{line.text} ")) for line in lines])


def dedent(lines: list[Line]) -> list[Line]:
    """The lines without the indentation that all of them share."""
    if any(line.text and line.text[0] != " " for line in lines):
        return lines
    margin = min((len(line.text) - len(rest) for line in lines if (rest := line.text.lstrip(" "))), default=0)
    return [Line(line.number, line.text[margin:]) for line in lines] if margin else lines


def is_mark(rest: str) -> bool:
    """Whether a text begins as only a traceback's line does."""
    return rest.lstrip(" |>+").startswith(_MARKS)


def _common(texts: list[str]) -> str:
    """What all lines begin with, numbers aside, up to a space; '' unless a traceback's mark follows it somewhere."""
    shared = _mask(texts[0][:200]) if len(texts) > 1 else ""
    for text in texts[1:]:
        if not shared:
            return ""
        shared = _shared(shared, _mask(text[:200]))
    shared = shared[: shared.rfind(" ") + 1]
    if not shared.strip() or 'File "' in shared:
        return ""
    size = len(shared)
    return shared if any(is_mark(rest := _mask(text)[size:]) or _SAYS.match(rest) for text in texts) else ""


def _behind(found: list[tuple[Line, re.Match[str] | None]]) -> list[Line]:
    """The lines without their prefix; those in between that have none are another source's and go behind."""
    rows = [row for row, (_, m) in enumerate(found) if m]
    first, last = rows[0], rows[-1] + 1
    within = found[first:last]
    return [
        *(line for line, _ in found[:first]),
        *(Line(line.number, line.text[m.end() :]) for line, m in within if m),
        *(line for line, m in within if not m),
        *(line for line, _ in found[last:]),
    ]


def _shared(one: str, other: str) -> str:
    size = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:size]


def _mask(text: str) -> str:
    return _NUMBER.sub("0", text)
