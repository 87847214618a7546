"""Takes off what log collectors and quoting put in front of every line."""

import re
from collections.abc import Callable

from troubleshooter.diagnosis.learning import dedent, is_mark, strip_learned
from troubleshooter.diagnosis.model import Line

_STAMP = r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?"
_KINDS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_STAMP} (?:stdout|stderr) [FP] ?",
        rf"{_STAMP} [\w.-]{{1,60}}\[[\w./-]{{1,60}}\]: ?",
        rf"{_STAMP} [\w.-]{{1,80}} [\w./@-]{{1,60}}(?:\[\d{{1,9}}\])?: ",
        r"(?:<\d{1,3}>)?(?:\d )?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.:-]{1,80} "
        r"[^\s:\[\]]{1,80}(?:\[\d{1,9}\])?: ?",
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
_ANY = re.compile("\n(?:" + "|".join(f"(?:{kind.pattern})" for kind in _KINDS) + ")")
_BEGINNINGS = re.compile(r"\n(?: {0,8}\d|[^ \n]).*")
"""The lines that a known prefix can begin: most lines of a bare traceback are indented."""
_OPENS = "\nTraceback (most recent"
_SURE = 8
"""The first kinds are unmistakable: they may go although no traceback's line confirms them."""
_SOURCE = re.compile(
    r"[a-z][\w.-]{0,200}-[a-z0-9]{3,10} [a-z0-9-]{1,63}(?= $)"
    r"|[\w./-]{1,80}(?= {0,40}\|)"
    r"|\S{1,80} \S{1,80}\[\d{1,9}\](?=:)"
)


def strip_prefixes(lines: list[Line]) -> list[Line]:
    """Gives the lines without the prefix that most of them share, services that were interleaved told apart."""
    text = "\n".join(["", *[line.text for line in lines]])
    if any(map(_ANY.match, _BEGINNINGS.findall(text))):
        for kind, pattern in enumerate(_KINDS):
            lines = _strip(lines, pattern, sure=kind < _SURE)
    elif text.startswith(_OPENS) and text.count('File "') == text.count('\n  File "'):
        return lines
    return dedent(strip_learned(lines))


def _strip(lines: list[Line], pattern: re.Pattern[str], *, sure: bool) -> list[Line]:
    match: Callable[[str], re.Match[str] | None] = pattern.match
    found = [match(line.text) for line in lines]
    hits = len(found) - found.count(None)
    if not hits:
        return lines
    filled = sum(1 for line in lines if line.text and not line.text.isspace())
    if hits == filled > 1:
        return _apply(lines, found)
    confirmed = any(m and is_mark(line.text[m.end() :]) for line, m in zip(lines, found, strict=True))
    if confirmed:
        rows = [row for row, m in enumerate(found) if m]
        within = sum(1 for line in lines[rows[0] : rows[-1] + 1] if line.text and not line.text.isspace())
        if hits * 10 < within * 6 or (hits < 2 and filled > 3):
            return lines
    elif not sure or hits * 10 < filled * 7:
        return lines
    return _apply(lines, found)


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
