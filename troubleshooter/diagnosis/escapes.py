"""Turns a traceback that stands escaped inside one line, as repr() or a log shows it, back into lines."""

import re

_ESCAPE = re.compile(r"""\\(?:([nrt"'\\/])|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))""")
_QUOTE = re.compile(r"(?<![\w\\])['\"]")
_LITERAL = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\"""")
_COMMA = re.compile(r"""\s{0,9},\s{0,9}(?=['"])""")
_QUOTES = ("'", '"')
_SIMPLE = {"n": "\n", "r": "\n", "t": "    "}
_SIGNS = ("\\n  File ", "last):\\n", "\\nTraceback", "\\n\\nThe above", "\\n    ", "\\n[SQL")


def unescape(text: str) -> list[str] | None:
    """The lines of the traceback, what surrounds it on lines of its own; None when there is none."""
    is_literal = text.lstrip(" [(")[:1] in _QUOTES and text.rstrip(" ]),")[-1:] in _QUOTES
    if "\\n" not in text or not (is_literal or any(sign in text for sign in _SIGNS)):
        return None
    start = min(at for sign in (*_SIGNS, "Traceback (most", "\\n") if (at := text.find(sign)) >= 0)
    quotes = [found.start() for found in _QUOTE.finditer(text, 0, start + 1)]
    opening = (quotes[0] if is_literal else quotes[-1]) if quotes else -1
    if opening >= 0 and text.rfind("File", 0, opening) < 0:
        body, closing = _literals(text, opening)
        before, after = text[: opening + 1], text[closing:]
    else:
        before, body, after = "", text, ""
    plain = _ESCAPE.sub(_unescaped, body).split("\n")
    above = [before] if before.strip("\"' [(") else []
    below = [after] if after.strip("\"'},]) ") else []
    return [*above, *plain, *below]


def _literals(text: str, at: int) -> tuple[str, int]:
    """What is quoted from `at` on, in a list the further quoted texts too, and where it ends; to the end when open."""
    is_list = text[:at].endswith(("[", "("))
    parts: list[str] = []
    while found := _LITERAL.match(text, at):
        parts.append(found.group()[1:-1])
        at = found.end()
        comma = _COMMA.match(text, at)
        if not is_list or not comma:
            return "".join(parts), at
        at = comma.end()
    return "".join([*parts, text[at + 1 :]]), len(text)


def _unescaped(found: re.Match[str]) -> str:
    simple, unicode, byte = found.groups()
    if simple:
        return _SIMPLE[simple] if simple in _SIMPLE else str(simple)
    return chr(int(unicode or byte, 16))
