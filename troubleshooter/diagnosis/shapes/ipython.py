"""IPython's and Jupyter's tracebacks, versions 7 to 9."""

import re
from collections.abc import Sequence

from troubleshooter.diagnosis.model import Frame
from troubleshooter.diagnosis.origin import is_in_app
from troubleshooter.diagnosis.shapes import Hit, Opened

MARKS = ("-> ", "Cell In", "In [", "<ipython-input")
UNQUOTED = ("File ", 'File "')
"""Where the first stands more often than the second, a path is printed without quotes."""
_NUMBERS = "-(0123456789"
_HEADER = re.compile(r"[A-Za-z_][\w.]{0,120} {2,200}Traceback \(most recent call last\):?$")
_FRAME = re.compile(
    r"(?:File )?(?P<file>Cell In ?\[\d{1,6}\]|Input In \[\d{1,6}\]|<ipython-input-[\w-]{1,60}>"
    r"|(?:~|\.{0,2}/|[A-Za-z]:[\\/]|<|[\w.-]{1,200}[\\/])[^\n:,]{0,600})"
    r"(?::(?P<at>\d{1,9}))?(?:, line (?P<line>\d{1,9}))?"
    r"(?:,? in (?P<function>(?:<[\w :]{1,60}>|[\w.]{1,200}))(?:\(.*)?)?(?:\(.{0,20}\))?$"
)
_ARROW = re.compile(r"-{1,8}> (\d{1,7})(?: (.*)|$)")
_CONTEXT = re.compile(r" {0,10}\d{1,7}(?: |$)| {0,10}\(\.\.\.\)| {5,}")


def read_ipython(texts: Sequence[str], row: int, is_open: bool) -> Hit | None:
    """The header, or one frame with its numbered source."""
    text = texts[row].strip()
    if text.endswith(("last)", "last):")) and _HEADER.match(text):
        return (Opened(row),), row + 1
    if (
        not text
        or text[0] in "-0123456789>"
        or not (" in " in text or ", line " in text or text.startswith(("File ", "Cell ")))
    ):
        return None
    found = _FRAME.match(text)
    if not found or 'File "' in text:
        return None
    code, number, end = _read_source(texts, row)
    line = found["line"] or found["at"] or number
    if not line:
        return None
    file = found["file"].strip()
    function = (found["function"] or "").rpartition(".")[2] if found["function"] != "<module>" else "<module>"
    return (Frame(file, int(line), function, row, code, "", is_in_app(file)),), end


def _read_source(texts: Sequence[str], row: int) -> tuple[str, str | None, int]:
    code = ""
    number = None
    at = row + 1
    if at < len(texts) and texts[at].startswith("    ") and texts[at].lstrip()[:1] not in _NUMBERS:
        return texts[at].strip(), None, at + 1
    while at < len(texts) and at - row < 60:
        arrow = _ARROW.match(texts[at].strip())
        if arrow:
            number, code = arrow.group(1), (arrow.group(2) or "").strip()
        elif not _CONTEXT.match(texts[at]):
            break
        at += 1
    return code, number, at
