"""The exception's own lines, in whatever shape the frames above them were printed."""

import re
from collections.abc import Sequence

from troubleshooter.diagnosis.shapes import Final, Hit

_TYPED = re.compile(r"((?:[A-Za-z_]\w{0,80}\.){0,9}[A-Za-z_]\w{0,80})(?:: ?(.*))?$")
_SUFFIXES = (
    "Error", "Exception", "Greenlet", "Required", "Exit", "Interrupt", "Warning", "Found", "NotStarted", "Group",
    "Violation", "Undefined", "Available", "Timeout", "Cancelled", "SpawnError",
)  # fmt: skip
_BARE_TYPES = {
    "gaierror",
    "herror",
    "timeout",
    "error",
    "StopIteration",
    "StopAsyncIteration",
    "UndefinedTable",
    "UndefinedColumn",
}
_STOPS = (
    "Traceback (most recent", "The above exception", "During handling of", 'File "', "+-", "Exception ignored in",
    "Task exception was never", "Future exception was never", "sys:1: ", "====", "----", "____", "FAILED ", "ERROR ",
    "INFO", "DEBUG", "WARNING", "CRITICAL", "$ ", ">>> ", "_ _ _", "╭", "│", "Exception in ", "Unclosed ", "ERROR:",
    "Call stack:", "[Previous line", "During task with name", "Exception during reset", "Exception terminating",
    "Exception closing", "The garbage collector is", "Task was destroyed", "<frozen ",
)  # fmt: skip
_LOG_LINE = re.compile(
    r"\[?\d{4}-\d\d-\d\d[ T]|\[?\d\d:\d\d:\d\d|\[\d\d/|<?\S{1,400}:\d{1,7}: \w{1,40}Warning: "
    r"|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:"
    r"|\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3} |Main  \d{4}-"
)
_LAST = re.compile(r"\(Background on this error at: https?://\S{1,80}\)\s*$")
"""SQLAlchemy's messages end so: what stands below is another's."""
_TAILS = ("[SQL", "[parameters", "(Background on", "DETAIL:", "HINT:", "LINE ", "CONTEXT:", "FROM ", "WHERE ")
_MOST = 300
"""A message of more lines is cut there: it is then a log, not a message."""


def read_final(texts: Sequence[str], row: int, is_open: bool) -> Hit | None:
    """`pkg.Type: message` with the lines that belong to it; strict unless frames precede."""
    text = bare(texts[row])
    found = _TYPED.match(text)
    if not found or not is_type(found.group(1), is_open, has_message=found.group(2) is not None):
        return None
    end = message_end(texts, row)
    first = found.group(2) or ""
    rest = [bare(line) for line in texts[row + 1 : end]]
    return (Final(found.group(1), "\n".join([first, *rest]).rstrip(), row, end),), end


def is_type(name: str, is_open: bool, *, has_message: bool = True) -> bool:
    """Whether a dotted name at the start of a line can be an exception's type."""
    last = name.rpartition(".")[2]
    if not last:
        return False
    if last.upper() == last and "_" not in last and "." not in name:
        return False
    if last.endswith(_SUFFIXES) or last in _BARE_TYPES:
        return "." in name or last not in ("error", "timeout", "Error") or is_open
    if is_open:
        return last[0].isupper() or ("." in name and has_message)
    return "." in name and last[0].isupper() and has_message and "exc" in name.lower()


def message_end(texts: Sequence[str], row: int) -> int:
    """The row after the last line of the message that starts at `row`."""
    end = row + 1
    depth = _open_brackets(texts[row])
    while end < len(texts) and end - row < _MOST:
        text = bare(texts[end])
        if not text:
            if depth <= 0 and not _goes_on(texts, end):
                break
        elif text.startswith(_STOPS) or _LOG_LINE.match(text) or _LAST.search(texts[end - 1]):
            break
        else:
            depth += _open_brackets(text)
        end += 1
    while end > row + 1 and not bare(texts[end - 1]):
        end -= 1
    return end


def bare(text: str) -> str:
    """The line without its indentation."""
    return text.strip()


def _goes_on(texts: Sequence[str], row: int) -> bool:
    return any(bare(text).startswith(_TAILS[:3]) for text in texts[row + 1 : row + 2])


def _open_brackets(text: str) -> int:
    if "[SQL:" in text or "[parameters:" in text:
        return text.count("[") - text.count("]")
    return -1 if text.rstrip().endswith("]") else 0
