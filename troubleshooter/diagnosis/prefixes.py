"""Takes off what log collectors and quoting put in front of every line."""

import re
from collections.abc import Callable
from os.path import commonprefix

from troubleshooter.diagnosis.model import Line

_STAMP = r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?"
_KINDS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_STAMP} (?:stdout|stderr) [FP] ?",
        rf"{_STAMP} [\w.-]{{1,60}}\[[\w./-]{{1,60}}\]: ?",
        rf"{_STAMP} [\w.-]{{1,80}} [\w./@-]{{1,60}}(?:\[\d{{1,9}}\])?: ",
        r"(?:<\d{1,3}>)?(?:\d )?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.:-]{1,80} [^\s:\[\]]{1,80}(?:\[\d{1,9}\])?: ?",
        r"\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[,.]\d{1,6}: \w{1,12}/[\w:.-]{1,60}\] ?",
        r"\[pod/[\w.-]{1,120}/[\w.-]{1,80}\] ?",
        r"(?=[\w./-]{0,80}[A-Za-z])[\w./-]{1,80} {0,40}\| ?",
        rf"{_STAMP} ",
        r"(?=\S{0,200}\d)[a-z][a-z0-9.-]{0,200}-[a-z0-9]{3,10} [a-z0-9-]{1,63} ",
        r"\[\d\d:\d\d:\d\d\] ",
        r"##\[\w{1,12}\]",
        r">(?:>{1,8})? ?",
        r"(?:#|//|;|--|\*)(?: |$)",
        r" {0,8}\d{1,6}(?::| ?[|│]|  ?(?= )) ?",
    )
)
_ANY = re.compile("|".join(f"(?:{kind.pattern})" for kind in _KINDS))
_SURE = 8
"""The first kinds are unmistakable: they may go although no traceback's line confirms them."""
_MARKS = (
    "Traceback (most recent", 'File "', "+ Exception Group Traceback", "The above exception was", "During handling of",
    "╭─", "E   ", "sqlalchemy.exc.",
)  # fmt: skip
_WARNS = re.compile(
    r"[^\s:]{1,400}:\d{1,7}: \w{1,40}Warning: |(?:[a-z_]\w{0,60}\.){1,6}[A-Z]\w{0,60}(?:Error|Exception|Greenlet|Required): "
)
_NUMBER = re.compile(r"\d+")
_SOURCE = re.compile(
    r"[a-z][\w.-]{0,200}-[a-z0-9]{3,10} [a-z0-9-]{1,63}(?= $)|[\w./-]{1,80}(?= {0,40}\|)|\S{1,80} \S{1,80}\[\d{1,9}\](?=:)"
)


def strip_prefixes(lines: list[Line]) -> list[Line]:
    """Gives the lines without the prefix that most of them share, services that were interleaved told apart."""
    if any(map(_ANY.match, [line.text for line in lines])):
        for kind, pattern in enumerate(_KINDS):
            lines = _strip(lines, pattern, sure=kind < _SURE)
    return _strip_learned(lines)


def _strip(lines: list[Line], pattern: re.Pattern[str], *, sure: bool) -> list[Line]:
    match: Callable[[str], re.Match[str] | None] = pattern.match
    found = [match(line.text) for line in lines]
    hits = len(found) - found.count(None)
    if not hits:
        return lines
    filled = sum(1 for line in lines if line.text and not line.text.isspace())
    if hits == filled > 1:
        return _apply(lines, found)
    confirmed = any(m and _is_mark(line.text[m.end() :]) for line, m in zip(lines, found, strict=True))
    if confirmed:
        rows = [row for row, m in enumerate(found) if m]
        within = sum(1 for line in lines[rows[0] : rows[-1] + 1] if line.text and not line.text.isspace())
        if hits * 10 < within * 6 or (hits < 2 and filled > 3):
            return lines
    elif not sure or hits * 10 < filled * 7:
        return lines
    return _apply(lines, found)


def _is_mark(rest: str) -> bool:
    return rest.lstrip(" |>+").startswith(_MARKS)


def _apply(lines: list[Line], found: list[re.Match[str] | None]) -> list[Line]:
    """Cuts the prefixes off; a line of several sources goes behind the earlier lines of its own source."""
    sources: dict[str, list[Line]] = {}
    last = ""
    partial: Line | None = None
    for line, m in zip(lines, found, strict=True):
        prefix = m.group() if m else ""
        if m:
            source = _SOURCE.search(prefix)
            last = source.group() if source else ""
        text = line.text[len(prefix) :]
        mine = sources.setdefault(last, [])
        if partial is not None and mine and mine[-1] is partial:
            mine[-1] = Line(partial.number, partial.text + text)
        else:
            mine.append(Line(line.number, text))
        partial = mine[-1] if " P " in prefix[-4:] else None
    return [line for group in sources.values() for line in group]


def _strip_learned(lines: list[Line]) -> list[Line]:
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


def _common(texts: list[str]) -> str:
    """What all lines begin with, numbers aside, up to a space; '' unless a traceback's mark follows it somewhere."""
    shared = _mask(texts[0][:200]) if len(texts) > 1 else ""
    for text in texts[1:]:
        if not shared:
            return ""
        shared = commonprefix((shared, _mask(text[:200])))
    shared = shared[: shared.rfind(" ") + 1]
    if not shared.strip() or 'File "' in shared:
        return ""
    size = len(shared)
    return shared if any(_is_mark(rest := _mask(text)[size:]) or _WARNS.match(rest) for text in texts) else ""


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


def _mask(text: str) -> str:
    return _NUMBER.sub("0", text)
