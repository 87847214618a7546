"""The rarer shapes: warnings, faulthandler's reversed stack, AWS Lambda's, and Sanic's box."""

import re
from collections.abc import Sequence

from troubleshooter.diagnosis.model import Frame
from troubleshooter.diagnosis.origin import is_in_app
from troubleshooter.diagnosis.shapes import Event, Final, Gap, Hit, Opened
from troubleshooter.diagnosis.shapes.cpython import read_frame
from troubleshooter.diagnosis.shapes.message import bare

WARNING_MARKS = ("Warning: ",)
REVERSED_MARKS = ("(most recent call first)",)
LAMBDA_MARKS = ("[ERROR] ",)
SANIC_MARKS = ("╰ ", "⚠️", "💣")
_ADVICE = "RuntimeWarning: Enable tracemalloc"
"""Follows a warning, and says nothing of its own."""
_WARNING = re.compile(
    r"(?:.{0,60}\s)?((?:[A-Za-z]:\\)?[^\s:]{1,400}):(\d{1,9}): ((?:\w{1,60}\.){0,5}\w{0,60}Warning): (.*)"
)
_LAMBDA = re.compile(r"\[ERROR\] ((?:\w{1,80}\.){0,8}[A-Z]\w{1,80})(?:: (.*))?")
_LAMBDA_ENDS = ("END ", "REPORT ", "START ", "[", "20")
_REVERSED = re.compile(r'File "([^"\n]*)", line (\d{1,9}) in (.+)')
_SANIC_FRAME = re.compile(r"│ (\S{1,300}):(\d{1,9}) {2,60}([\w.<>⚡]{1,200}): ?")
_SANIC_FINAL = re.compile(r"╰ ((?:\w{1,80}\.){0,8}\w{1,80})(?: from previous| while handling \w+)?: ?(.*)")


def read_warning(texts: Sequence[str], row: int, is_open: bool) -> Hit | None:
    """`path:line: XWarning: message` with the source line below it."""
    text = texts[row]
    if "Warning: " not in text:
        return None
    if text.lstrip().startswith(_ADVICE):
        return (), row + 1
    found = _WARNING.match(bare(text))
    if not found:
        return None
    file, line, kind, message = found.groups()
    code, end = _source_below(texts, row)
    frame = Frame(file, int(line), "", row, code, "", is_in_app(file))
    return (Opened(row, "warning"), frame, Final(kind, message, row, row + 1)), end


def _source_below(texts: Sequence[str], row: int) -> tuple[str, int]:
    """A warning's source line, over a blank line too, and without its indentation where the next line closes it."""
    at = row + 2 if row + 1 < len(texts) and not texts[row + 1] else row + 1
    if at >= len(texts) or 'File "' in texts[at]:
        return "", row + 1
    below = next((text for text in texts[at + 1 : at + 3] if text), "")
    if texts[at].startswith("  ") or below.startswith(_ADVICE):
        return texts[at].strip(), at + 1
    return "", row + 1


def read_reversed(texts: Sequence[str], row: int, is_open: bool) -> Hit | None:
    """faulthandler's stack: innermost first, no source, no exception."""
    if "(most recent call first)" not in texts[row]:
        return None
    frames: list[Event] = []
    at = row + 1
    while at < len(texts) and (found := _REVERSED.match(texts[at].strip())):
        file, line, function = found.groups()
        frames.append(Frame(file, int(line), function, at, "", "", is_in_app(file)))
        at += 1
    return (Opened(row), *reversed(frames)), at


def read_lambda(texts: Sequence[str], row: int, is_open: bool) -> Hit | None:
    """AWS Lambda's log: the exception stands above its traceback, which ends without it."""
    said = _LAMBDA.fullmatch(texts[row].strip())
    if not said or row + 1 >= len(texts) or not texts[row + 1].startswith("Traceback (most recent call last)"):
        return None
    frames: list[Event] = []
    at = row + 2
    while at < len(texts) and (found := read_frame(texts, at)):
        frames.append(found[0])
        at = found[1]
    if at < len(texts) and texts[at] and not texts[at].startswith(_LAMBDA_ENDS):
        return None
    return (Opened(row), *frames, Final(said[1], said[2] or "", row, row + 1)), at


def read_sanic(texts: Sequence[str], row: int, is_open: bool) -> Hit | None:
    """Sanic's console box: relative paths, source only where it matters, the exception at its foot."""
    if not texts[row].lstrip().startswith("╭ "):
        return None
    events: list[Event] = [Opened(row)]
    at = row + 1
    code_of: Frame | None = None
    while at < len(texts) and texts[at].startswith(("│", "  ▐")):
        text = texts[at]
        found = _SANIC_FRAME.match(text)
        if found:
            file = found.group(1)
            code_of = Frame(file, int(found.group(2)), found.group(3).rpartition(".")[2], at, "", "", is_in_app(file))
            events.append(code_of)
        elif "⋮" in text:
            events.append(Gap())
        elif code_of is not None and ("⚠️" in text or "💣" in text):
            code = text.strip("│ ").partition("⚠️")[0].partition("💣")[0].strip()
            events[-1] = code_of = Frame(
                code_of.file, code_of.line, code_of.function, code_of.row, code, "", code_of.in_app
            )
        at += 1
    final = _SANIC_FINAL.match(texts[at]) if at < len(texts) else None
    if final is None:
        return (tuple(events), at) if len(events) > 1 else None
    end = at + 1
    message = [final.group(2)]
    while end < len(texts) and texts[end].strip().startswith("▐"):
        message.append(texts[end].strip(" ▐"))
        end += 1
    return (*events, Final(final.group(1), " ".join(message), at, end)), end
