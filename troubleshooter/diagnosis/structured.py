"""Turns log records in JSON, and escaped strings, back into the text that a terminal would have shown."""

import json
import re
from collections.abc import Iterator
from typing import Any

from troubleshooter.diagnosis.model import Line

_ESCAPE = re.compile(r"""\\(?:([nrt"'\\/])|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))""")
_QUOTE = re.compile(r"(?<![\w\\])['\"]")
_LITERAL = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\"""")
_COMMA = re.compile(r"""\s{0,9},\s{0,9}(?=['"])""")
_QUOTES = ("'", '"')
_SIMPLE = {"n": "\n", "r": "\n", "t": "    "}
_SIGNS = ("\\n  File ", "last):\\n", "\\nTraceback", "\\n\\nThe above", "\\n    ", "\\n[SQL")
_TYPE_KEYS = (
    "exc_type",
    "error_type",
    "errorType",
    "exception.type",
    "error.kind",
    "error.type",
    "exception_type",
    "type",
)
_VALUE_KEYS = (
    "exc_value",
    "errorMessage",
    "exception.message",
    "error.message",
    "exception_message",
    "value",
    "error",
    "message",
)
_SOURCE = ("│", "|", ">  ", "❱", "[SQL", "[parameters")
_DEPTH = 12
_ATTEMPTS = 20


def expand_structured(lines: list[Line]) -> list[Line]:
    """Gives the lines with JSON records and escaped tracebacks spelled out; all keep the number of their line."""
    if not any("\\n" in line.text or ("{" in line.text and '"' in line.text) for line in lines):
        return lines
    result: list[Line] = []
    attempts = _ATTEMPTS
    skip = 0
    changed = False
    above = ""
    for row, line in enumerate(lines):
        if skip:
            skip -= 1
            continue
        is_source = above.lstrip().startswith('File "') or line.text.lstrip().startswith(_SOURCE)
        above = line.text
        if is_source:
            result.append(line)
            continue
        texts = _from_json(line.text)
        if texts is None and attempts and line.text.strip() in ("{", "[", "[{"):
            attempts -= 1
            texts, skip = _from_block(lines, row)
        if texts is None and "\\n" in line.text:
            texts = _unescape(line.text)
        if texts is None:
            result.append(line)
        else:
            changed = True
            result.extend(Line(line.number, text) for text in texts)
    return result if changed else lines


def _from_json(text: str) -> list[str] | None:
    at = text.find("{")
    if at < 0 or '"' not in text or ":" not in text:
        return None
    if text[:at].rstrip().endswith("["):
        at = text[:at].rstrip().rfind("[")
    try:
        value, end = json.JSONDecoder().raw_decode(text, at)
    except (ValueError, RecursionError):
        return None
    if not _is_record(value):
        return None
    before, after = text[:at].strip(), text[end:].strip()
    return [*([before] if before else []), *_spell(value, 0), *([after] if after else [])]


def _is_record(value: Any) -> bool:
    return (
        isinstance(value, dict | list)
        and len(value) > 0
        and (isinstance(value, list) or any(isinstance(k, str) for k in value))
    )


def _from_block(lines: list[Line], row: int) -> tuple[list[str] | None, int]:
    """Reads a JSON value that is printed over many lines; gives its text and how many lines below it took."""
    block = "\n".join([line.text for line in lines[row:]])
    try:
        value, end = json.JSONDecoder(strict=False).raw_decode(block)
    except (ValueError, RecursionError):
        return None, 0
    return list(_spell(value, 0)), block.count("\n", 0, end)


def _spell(value: Any, depth: int) -> Iterator[str]:
    """All texts in a JSON value, tracebacks last, exceptions given as objects printed as Python prints them."""
    if depth > _DEPTH:
        return
    if isinstance(value, str):
        yield from value.replace("\r\n", "\n").split("\n")
    elif isinstance(value, list):
        if value and all(isinstance(item, dict) and isinstance(item.get("frames"), list) for item in value):
            yield from _exceptions(value)
        elif value and all(isinstance(item, str) for item in value):
            yield from "\n".join([item.rstrip("\n") for item in value]).split("\n")
        else:
            for item in value:
                yield from _spell(item, depth + 1)
    elif isinstance(value, dict):
        yield from _spell_record(value, depth)


def _spell_record(record: dict[str, Any], depth: int) -> Iterator[str]:
    stack = record.get("stackTrace")
    if isinstance(stack, list) and stack and "Traceback" not in str(stack[0]):
        yield "Traceback (most recent call last):"
    late: list[Any] = []
    for key, value in record.items():
        if isinstance(value, dict | list) or (isinstance(value, str) and "\n" in value):
            late.append(value)
        elif isinstance(value, str) and key not in _TYPE_KEYS[:-1] and key not in _VALUE_KEYS:
            yield f"{key} = {value}"
    for value in late:
        yield from _spell(value, depth + 1)
    yield from _typed(record)
    yield ""


def _typed(record: dict[str, Any]) -> Iterator[str]:
    """`Type: message` from the fields of a record, or its bare message."""
    kind = next((record[key] for key in _TYPE_KEYS if isinstance(record.get(key), str)), "")
    value = next(
        (
            record[key]
            for key in _VALUE_KEYS
            if isinstance(record.get(key), str) and "\n  File " not in record[key]
        ),
        "",
    )
    if kind.isidentifier() or kind.replace(".", "").isidentifier():
        yield from f"{kind}: {value}".split("\n")
    elif value and "\n" not in value:
        yield value


def _exceptions(stacks: list[dict[str, Any]]) -> Iterator[str]:
    """structlog's and Sentry's exception objects; structlog lists the newest first."""
    for position, stack in enumerate(reversed(stacks)):
        if position:
            older = stacks[len(stacks) - position]
            yield ""
            yield (
                "The above exception was the direct cause of the following exception:"
                if older.get("is_cause")
                else "During handling of the above exception, another exception occurred:"
            )
            yield ""
        yield "Traceback (most recent call last):"
        for frame in stack["frames"]:
            if isinstance(frame, dict):
                yield f'  File "{frame.get("filename", "")}", line {frame.get("lineno", 0)}, in {frame.get("name") or frame.get("function") or "?"}'
                code = frame.get("line") or frame.get("context_line")
                if isinstance(code, str) and code.strip():
                    yield f"    {code.strip()}"
        yield from f"{stack.get('exc_type') or stack.get('type')}: {stack.get('exc_value') or stack.get('value')}".split(
            "\n"
        )
        for member in stack.get("exceptions") or []:
            if (
                isinstance(member, list)
                and member
                and all(isinstance(item, dict) and isinstance(item.get("frames"), list) for item in member)
            ):
                yield ""
                yield from _exceptions(member)


def _unescape(text: str) -> list[str] | None:
    """The lines of a traceback that stands escaped inside one line, what surrounds it on lines of its own."""
    is_literal = text.lstrip(" [(")[:1] in _QUOTES and text.rstrip(" ]),")[-1:] in _QUOTES
    if not is_literal and not any(sign in text for sign in _SIGNS):
        return None
    start = min((at for sign in (*_SIGNS, "Traceback (most", "\\n") if (at := text.find(sign)) >= 0))
    quotes = [found.start() for found in _QUOTE.finditer(text, 0, start + 1)]
    opening = (quotes[0] if is_literal else quotes[-1]) if quotes else -1
    if opening >= 0 and text.rfind("File", 0, opening) < 0:
        body, closing = _literals(text, opening)
        before, after = text[: opening + 1], text[closing:]
    else:
        before, body, after = "", text, ""
    plain = _ESCAPE.sub(_unescaped, body).split("\n")
    return [
        *([before] if before.strip("\"' [(") else []),
        *plain,
        *([after] if after.strip("\"'},]) ") else []),
    ]


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
        return _SIMPLE.get(simple, simple)
    return chr(int(unicode or byte, 16))
