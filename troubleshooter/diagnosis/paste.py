"""Undoes what terminals, logs, editors and people did to a traceback, and keeps every line's own number."""

import html
import re
from collections.abc import Callable
from itertools import pairwise

from troubleshooter.diagnosis.folding import unfold
from troubleshooter.diagnosis.model import Line, Paste
from troubleshooter.diagnosis.prefixes import strip_prefixes
from troubleshooter.diagnosis.structured import expand_structured
from troubleshooter.diagnosis.wrapping import unwrap

ROUNDS = 4
"""How many layers (a quote in a log line in a JSON string ...) are undone at the most."""

_ANSI = re.compile(
    r"(?:\x1b|\^\[|#033|\\x1b|\\033|\\u001b)\[[0-9;:?]{0,40}[A-Za-z]"
    r"|\x1b\][^\x07\x1b\n]{0,2000}(?:\x07|\x1b\\)|\x1b[()#][0-9A-Za-z]|\x1b[=>78MDEc]"
)
_ANSI_WITHOUT_ESCAPE = re.compile(r"\[(?:\d{1,3}(?:;\d{1,3}){0,6})?m")
_ANSI_LEFTOVER = re.compile(r"\[(?:0|1|3\d|1;3\d|9\d|0;3\d)m")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff\ud800-\udfff]")
_TAG = re.compile(
    r"</?(?:span|pre|div|code|p|td|tr|th|table|tbody|b|i|em|strong|a|ul|ol|li|font|samp|small|h[1-6]|html|body)"
    r"(?:\s[^<>\n]{0,500})?/?>",
    re.IGNORECASE,
)
_MARGIN = re.compile(r" {0,80}\|(?: |$)")
_BREAK = re.compile(r"<br\s{0,4}/?>", re.IGNORECASE)
_BREAK_AT_END = re.compile(r"<br\s{0,4}/?>$", re.IGNORECASE | re.MULTILINE)
_BARE = re.compile(
    r"(?:\n*+Traceback \(most recent call last\):\n"
    r'(?:  File "[ !#-~]++", line \d++, in [\w.<>]++\n(?:    [ -~]*+\n)*+)++'
    r"\w[\w.]*+(?:: [ -~]*+)?(?:\n|$)(?:[\[(][ -~]*+(?:\n|$))*+"
    r"(?:\n(?:The above exception was the direct|During handling of the above)[ -~]++\n)?)++",
    re.ASCII,
)
"""What CPython prints and nobody touched: blocks of frames, each with its message, and the joints between them."""
_GAP = "\n\n\n\n\n"
"""So many line ends in a row say no more than two: of such a paste's blank lines the first of each run is kept."""
_TYPOGRAPHY = {
    **dict.fromkeys((0xA0, 0x2007, 0x202F, 0x2003, 0x2002, 0x2009), " "),
    **dict.fromkeys((0x201C, 0x201D, 0x201E, 0x201F, 0x00AB, 0x00BB), '"'),
    **dict.fromkeys((0x2018, 0x2019, 0x201A, 0x201B), "'"),
}


def clean(text: str) -> Paste:
    """Gives the readable lines of a paste, each with its number in the raw text; never raises."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "[0m" not in text and _BARE.fullmatch(text):
        texts = text.split("\n")
        return Paste(tuple(texts), range(1, len(texts) + 1), is_bare=True)
    if not text.isascii():
        text = text.translate(_TYPOGRAPHY)
    lines = _numbered(text)
    for _ in range(ROUNDS):
        before = lines
        lines = expand_structured(strip_prefixes(lines))
        if lines is before:
            break
        lines = _each(lines, _plain)
    text = "\n".join([line.text for line in lines])
    if "```" in text or "~~~" in text:
        lines = _without_fences(lines)
    if "|" in text:
        lines = _without_margins(lines)
    if "\n\n" in text:
        lines = _undouble(lines)
    lines = unwrap(unfold(lines))
    return Paste(tuple([line.text for line in lines]), tuple([line.number for line in lines]))


def _numbered(text: str) -> list[Line]:
    plain = _plain(text)
    texts = plain.split("\n")
    if plain is text or len(texts) == text.count("\n") + 1:
        if _GAP in plain:
            return [Line(number, line) for number, line in enumerate(texts, 1) if line or texts[number - 2]]
        return list(map(Line, range(1, len(texts) + 1), texts))
    return _each([Line(number, line) for number, line in enumerate(text.split("\n"), 1)], _plain)


def _each(lines: list[Line], change: Callable[[str], str]) -> list[Line]:
    joined = "\n".join([line.text for line in lines])
    changed = change(joined)
    if changed is joined or changed == joined:
        return lines
    texts = changed.split("\n")
    if len(texts) == len(lines):
        return [line if line.text == text else Line(line.number, text) for line, text in zip(lines, texts, strict=True)]
    return [Line(line.number, text) for line in lines for text in change(line.text).split("\n")]


def _plain(text: str) -> str:
    """The text without colours, HTML, tabs and control characters; a <br> becomes a new line."""
    if "\x1b" in text or "[" in text:
        text = _without_colours(text)
    if "&" in text or "<" in text:
        text = _without_html(text)
    if "\t" in text:
        text = text.replace("\t", "    ")
    if not text.replace("\n", "").isprintable():
        text = _CONTROL.sub("", text)
    return text


def _without_colours(text: str) -> str:
    if "\x1b" in text or "^[[" in text or "#033[" in text or "\\x1b[" in text or "u001b[" in text or "\\033[" in text:
        text = _ANSI.sub("", text)
    if len(_ANSI_LEFTOVER.findall(text, 0, 20_000)) >= 2:
        text = _ANSI_WITHOUT_ESCAPE.sub("", text)
    return text


def _without_html(text: str) -> str:
    if "<" in text and _BREAK.search(text):
        text = _BREAK.sub("\n", _BREAK_AT_END.sub("", text))
    if "</" in text or "<pre" in text:
        text = _TAG.sub("", text)
    for _ in range(2):
        if "&lt;" in text or "&quot;" in text or "&#" in text or "&gt;" in text or "&amp;" in text:
            text = html.unescape(text).replace("\xa0", " ")
    return text


def _without_fences(lines: list[Line]) -> list[Line]:
    return [line for line in lines if not line.text.lstrip(" >").startswith(("```", "~~~")) or "^" in line.text]


def _without_margins(lines: list[Line]) -> list[Line]:
    """Blanks out the `|` that an exception group puts before every line, columns kept."""
    if sum(1 for line in lines if '|   File "' in line.text) < 2 and not any("+-+----" in line.text for line in lines):
        return lines
    return [
        Line(line.number, " " * m.end() + line.text[m.end() :]) if (m := _MARGIN.match(line.text)) else line
        for line in lines
    ]


def _undouble(lines: list[Line]) -> list[Line]:
    """Takes out the blank line that some viewers put after every line."""
    blanks = [not line.text.strip() for line in lines]
    runs = sum(1 for here, below in pairwise(blanks) if not here and not below)
    if len(lines) < 9 or blanks.count(True) * 10 < len(lines) * 4 or runs * 10 > len(lines):
        return lines
    return [line for line, blank in zip(lines, blanks, strict=True) if not blank]
