"""Joins what was hard-wrapped, and splits what was folded into one line."""

import re

from troubleshooter.diagnosis.model import Line

HEADER = re.compile(r' *(?:[>|+] ?)* *File "(?P<file>[^"\n]{0,4000})", line (?P<line>\d{1,7})')
_WHOLE = re.compile(r' *File "[^"\n]{1,4000}", line \d{1,7}, in [\w<>.]{3,}$')
_OPEN = re.compile(r' *(?:[>|] ?)* *File "')
_FRAME_INSIDE = re.compile(r'File "[^"\n]{0,1000}", line \d{1,7}, in (?:<\w+>|[\w.]+)')
_BREAKS = re.compile(
    r' (?=File "[^"\n]{1,1000}", line \d)'
    r"|(?<=Traceback \(most recent call last\):) "
    r"| (?=The above exception was the direct cause)| (?=During handling of the above exception)"
    r"|(?<=the following exception:) |(?<=another exception occurred:) "
)
_AFTER_NAME = re.compile(r'(File "[^"\n]{1,1000}", line \d{1,7}, in (?:<\w+>|[\w.]+)) +')
_FINAL = re.compile(r" (?=(?:[a-z_][\w]{0,60}\.){0,6}[A-Z]\w{0,60}(?:Error|Exception|Greenlet|Required|Warning|Exit)(?::|$))")


def unwrap(lines: list[Line]) -> list[Line]:
    """Gives the lines as they were before a terminal, a log table or a chat window re-flowed them."""
    lines = _unfold(lines)
    open_rows = [row for row, line in enumerate(lines[:-1]) if 'File "' in line.text and _is_cut(lines, row)]
    if open_rows:
        lines = _join(lines, set(open_rows), _width(lines, open_rows))
    return [line if not line.text.endswith(" ") else Line(line.number, line.text.rstrip()) for line in lines]


def _is_cut(lines: list[Line], row: int) -> bool:
    text = lines[row].text
    if _WHOLE.match(text) or not _OPEN.match(text) or (HEADER.match(text) and _ends(text)):
        return False
    return bool(_joined(lines, row))


def _ends(text: str) -> bool:
    rest = text.rpartition('", line ')[2]
    return not rest.rstrip().endswith((",", " in")) and (", in " in rest or rest.strip().isdigit())


def _joined(lines: list[Line], row: int) -> str:
    """The frame's header put together again from up to three lines, or ''."""
    text = lines[row].text
    for below in lines[row + 1 : row + 4]:
        if _OPEN.match(below.text) or not below.text.strip():
            return ""
        text = text + below.text if not text.endswith(("line", ",", "in")) else f"{text} {below.text.lstrip()}"
        found = HEADER.match(text)
        if found and _ends(text):
            return text
    return ""


def _width(lines: list[Line], open_rows: list[int]) -> int:
    """The column at which the text was wrapped, 0 when the rows disagree."""
    widths = [len(lines[row].text) for row in open_rows]
    width = max(set(widths), key=widths.count)
    longer = sum(1 for line in lines if len(line.text) > width)
    return width if longer * 50 <= len(lines) and width >= 20 else 0


def _join(lines: list[Line], open_rows: set[int], width: int) -> list[Line]:
    result: list[Line] = []
    row = 0
    while row < len(lines):
        line = lines[row]
        text = line.text
        is_cut = row in open_rows
        while row + 1 < len(lines) and (len(lines[row].text) == width if width else is_cut and not _complete(text)):
            below = lines[row + 1].text
            if _OPEN.match(below) or not below.strip() or below.startswith("  ") or set(below) <= {"^", "~"}:
                break
            glue = "" if width or not text.endswith(("line", ",", "in")) else " "
            text += glue + below
            row += 1
        result.append(line if text is line.text else Line(line.number, text))
        row += 1
    return result


def _complete(text: str) -> bool:
    return bool(HEADER.match(text)) and _ends(text)


def _unfold(lines: list[Line]) -> list[Line]:
    result: list[Line] = []
    for line in lines:
        text = line.text
        if 'File "' not in text or not _is_folded(text):
            result.append(line)
            continue
        text = _AFTER_NAME.sub(r"\1\n    ", _BREAKS.sub("\n", text))
        head, _, last = text.rpartition("\n")
        parts = [*head.split("\n"), *_FINAL.sub("\n", last, count=1).split("\n")]
        result.extend(Line(line.number, part) for part in parts if part.strip())
    return result


def _is_folded(text: str) -> bool:
    if text.count('File "') < 2 and "Traceback (most" not in text:
        return False
    first = _FRAME_INSIDE.search(text)
    return first is not None and ("Traceback (most" in text or bool(_FRAME_INSIDE.search(text, first.end())))
