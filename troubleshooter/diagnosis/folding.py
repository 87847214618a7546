"""Splits a traceback that was folded into one line."""

import re

from troubleshooter.diagnosis.model import Line

_FRAME = re.compile(r'File "[^"\n]{0,1000}", line \d{1,7}, in (?:<\w+>|[\w.]+)')
_BREAKS = re.compile(
    r' +(?=File "[^"\n]{1,1000}", line \d)'
    r"|(?<=Traceback \(most recent call last\):) +|(?<!Group) +(?=Traceback \(most recent call last\))"
    r"| +(?=\+ Exception Group)| +(?=\+-\+?-{4})|(?<=\d -{16}) +|(?<=\+-{36}) +"
    r"| +(?=The above exception was the direct cause)| +(?=During handling of the above exception)"
    r"|(?<=the following exception:) +|(?<=another exception occurred:) +"
    r"| +[~^]{2,}(?: +|$)"
    r"| +(?=RuntimeWarning: Enable tracemalloc)|(?<=object allocation traceback) +"
    r"| +(?=(?:sys|/[^\s:]{1,400}):\d{1,7}: \w{1,40}Warning: )"
)
_BEFORE_CODE = re.compile(r'(File "[^"\n]{1,1000}", line \d{1,7}, in (?:<\w+>|[\w.]+)|was never awaited) +')
_FINAL = re.compile(
    r" +(?=(?:[a-z_]\w{0,60}\.){0,6}[A-Z]\w{0,60}(?:Error|Exception|Greenlet|Required|Exit|Group)(?:: |$)"
    r"|(?:[a-z_]\w{0,60}\.){1,6}\w{1,60}: )"
)


def unfold(lines: list[Line]) -> list[Line]:
    """Gives the lines with each traceback that stands in one line spread over several, all with that line's number."""
    text = "\n".join(["", *[line.text for line in lines]])
    if text.count('File "') == text.count('\n  File "') and "was never awaited " not in text:
        return lines
    result: list[Line] = []
    for line in lines:
        if _is_folded(line.text):
            result.extend(Line(line.number, part) for part in _parts(line.text) if part.strip())
        else:
            result.append(line)
    return result


def _is_folded(text: str) -> bool:
    if "was never awaited " in text:
        return True
    if 'File "' not in text or (text.count('File "') < 2 and "Traceback (most" not in text):
        return False
    first = _FRAME.search(text)
    return first is not None and ("Traceback (most" in text or bool(_FRAME.search(text, first.end())))


def _parts(text: str) -> list[str]:
    """The lines: headers, below each its source, and what was raised."""
    parts: list[str] = []
    if "Exception Group Traceback" in text:
        text = text.replace(" | ", " ")
    for part in _BREAKS.sub("\n", text).split("\n"):
        found = _BEFORE_CODE.search(part)
        if found:
            parts.append(part[: found.end(1)])
            part = f"    {part[found.end() :]}"
        parts.extend(_FINAL.sub("\n", part, count=1).split("\n"))
    return parts
