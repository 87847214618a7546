"""Joins what a terminal, a log table or a chat window had hard-wrapped."""

import re

from troubleshooter.diagnosis.model import Line

HEADER = re.compile(r' *(?:[>|+] ?)* *File "(?P<file>[^"\n]{0,4000})", line (?P<line>\d{1,7})')
_WHOLE = re.compile(r' *File "[^"\n]{1,4000}", line \d{1,7}, in [\w<>.]{3,}$')
_COMPLETE = re.compile(r'File "[^"\n]{1,4000}", line \d{1,7}(?=\n|, in \S)')
_OPEN = re.compile(r' *(?:[>|] ?)* *File "')
_WARNS = re.compile(r"\S{0,400}:\d{1,7}: \w{1,40}Warning: ")
_SAYS = re.compile(rf"(?:[A-Za-z_]\w{{0,80}}\.){{0,9}}[A-Z]\w{{0,80}}: |{_WARNS.pattern}")
_TAILS = ("[", "(", "Traceback", "The above", "During handling", "DETAIL:", "HINT:")
_EDGES = ("│", "╭", "╰", "|", "+")
_RULES = ("===", "___", "---")
_NEVER_JOINED = (*_EDGES, *_RULES, "  ")
_MOST = 100
"""A line of more parts is a log's, not a person's."""
_NARROWEST = 40


def unwrap(lines: list[Line]) -> list[Line]:
    """Gives the lines as they were before the text was re-flowed; rows without a trailing space."""
    text = "\n".join(["", *[line.text for line in lines], ""])
    open_rows: list[int] = []
    if text.count('File "') > len(_COMPLETE.findall(text)):
        open_rows = [row for row, line in enumerate(lines[:-1]) if 'File "' in line.text and _is_cut(lines, row)]
    width = _width(lines, open_rows)
    if open_rows or width:
        lines = _join(lines, set(open_rows), width)
    elif " \n" not in text:
        return lines
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
    """The column at which the text was wrapped, 0 when nothing was or the rows disagree."""
    if open_rows:
        widths = [len(lines[row].text) for row in open_rows]
        width = max(set(widths), key=widths.count)
        longer = sum(1 for line in lines if len(line.text) > width)
        return width if longer * 50 <= len(lines) and width >= _NARROWEST // 2 else 0
    widest = max([len(line.text) for line in lines], default=0)
    if any(line.text.startswith(_EDGES) for line in lines if len(line.text) == widest):
        widest = max((len(line.text) for line in lines if not line.text.startswith(_EDGES)), default=0)
    if widest < _NARROWEST:
        return 0
    full = [row for row, line in enumerate(lines[:-1]) if len(line.text) == widest]
    return widest if any(_goes_on(lines[row].text, lines[row + 1].text) for row in full) else 0


def _goes_on(text: str, below: str) -> bool:
    """Whether a line that fills the width says something that the line below seems to continue."""
    if not below.strip() or below.startswith("  ") or _OPEN.match(below):
        return False
    if _OPEN.match(text):
        return not below.startswith(" ") and " " not in below.strip() and ": " not in below
    if _WARNS.match(text + below) and not _WARNS.match(below):
        return True
    return bool(_SAYS.match(text)) and not below.startswith(_TAILS) and not _SAYS.match(below)


def _join(lines: list[Line], open_rows: set[int], width: int) -> list[Line]:
    result: list[Line] = []
    row = 0
    while row < len(lines):
        line = lines[row]
        text = line.text
        first = row
        is_cut = row in open_rows
        while row + 1 < len(lines) and row - first < _MOST and _is_open(lines[row].text, text, width, is_cut):
            below = lines[row + 1].text
            if text.endswith(_RULES) or _is_own(below):
                break
            text += below if width or not text.endswith(("line", ",", "in")) else f" {below}"
            row += 1
        result.append(line if row == first else Line(line.number, text))
        row += 1
    return result


def _is_open(last: str, text: str, width: int, is_cut: bool) -> bool:
    """Whether the next line may belong to this one: the last was full, or without a known width a header is cut."""
    return len(last) == width if width else is_cut and not (HEADER.match(text) and _ends(text))


def _is_own(text: str) -> bool:
    """Whether a line cannot be the rest of the one above it."""
    if text.startswith(_NEVER_JOINED) or not text.strip() or set(text) <= {"^", "~"}:
        return True
    return bool(_OPEN.match(text) or _SAYS.match(text))
