"""Log records in JSON, written out as a terminal would have shown them."""

import json
from collections.abc import Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]  # typeshed leaves both out
from json.scanner import py_make_scanner  # type: ignore[attr-defined]
from typing import Any

_TYPE_KEYS = (
    "exc_type", "error_type", "errorType", "exception.type", "error.kind", "error.type", "exception_type", "type",
)  # fmt: skip
_VALUE_KEYS = (
    "exc_value", "errorMessage", "exception.message", "error.message", "exception_message", "value", "error", "message",
)  # fmt: skip
_HEADER = "Traceback (most recent call last):"
_CAUSE = "The above exception was the direct cause of the following exception:"
_CONTEXT = "During handling of the above exception, another exception occurred:"
_DEPTH = 12


class Placed(str):
    """A text of a JSON document that knows at which character of it it ended."""

    at: int


class _PlacingDecoder(json.JSONDecoder):
    def __init__(self) -> None:
        super().__init__(strict=False)
        self.parse_string = _scan
        self.scan_once = py_make_scanner(self)


def _scan(document: str, begin: int, strict: bool = True) -> tuple[str, int]:
    value, end = scanstring(document, begin, strict)
    placed = Placed(value)
    placed.at = end
    return placed, end


def decode(text: str, at: int) -> tuple[Any, int] | None:
    """The JSON value that begins at `at`, and where it ends; its texts are `Placed` when it is spread over lines."""
    decoder = _PlacingDecoder() if "\n" in text else json.JSONDecoder(strict=False)
    try:
        return decoder.raw_decode(text, at)
    except (ValueError, RecursionError):
        return None


def spell(value: Any, depth: int = 0) -> Iterator[str]:
    """All texts in a JSON value, tracebacks last, exceptions given as objects printed as Python prints them."""
    if depth > _DEPTH:
        return
    if isinstance(value, str):
        yield from _lines(value, value)
    elif _is_stacks(value):
        yield from _exceptions(value)
    elif isinstance(value, list):
        for item in value:
            yield from _lines(item.rstrip("\n"), item) if isinstance(item, str) else spell(item, depth + 1)
    elif isinstance(value, dict):
        yield from _spell_record(value, depth)


def _lines(text: str, like: object) -> Iterator[str]:
    """The lines of a text, in the place of another."""
    for line in text.replace("\r\n", "\n").split("\n"):
        if isinstance(like, Placed):
            placed = Placed(line)
            placed.at = like.at
            yield placed
        else:
            yield line


def _is_stacks(value: Any) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(item, dict) and isinstance(item.get("frames"), list) for item in value)
    )


def _spell_record(record: dict[str, Any], depth: int) -> Iterator[str]:
    stack = record.get("stackTrace")
    if isinstance(stack, list) and stack and "Traceback" not in str(stack[0]):
        yield _HEADER
    late: list[Any] = []
    for key, value in record.items():
        if isinstance(value, dict | list) or (isinstance(value, str) and "\n" in value):
            late.append(value)
        elif isinstance(value, str) and key not in _TYPE_KEYS[:-1] and key not in _VALUE_KEYS:
            yield from _lines(f"{key} = {value}", value)
    for value in late:
        yield from spell(value, depth + 1)
    yield from _typed(record)
    yield ""


def _typed(record: dict[str, Any]) -> Iterator[str]:
    """`Type: message` from the fields of a record, or its bare message."""
    kind = _first(record, _TYPE_KEYS)
    value = _first(record, _VALUE_KEYS)
    if kind.replace(".", "").isidentifier():
        yield from _lines(f"{kind}: {value}", value or kind)
    elif value and "\n" not in value:
        yield value


def _first(record: dict[str, Any], keys: tuple[str, ...]) -> str:
    texts = (value for key in keys if isinstance(value := record.get(key), str) and "\n  File " not in value)
    return next(texts, "")


def _exceptions(stacks: list[dict[str, Any]]) -> Iterator[str]:
    """structlog's and Sentry's exception objects; structlog lists the newest first."""
    for position, stack in enumerate(reversed(stacks)):
        if position:
            is_cause = stacks[len(stacks) - position].get("is_cause")
            yield from ("", _CAUSE if is_cause else _CONTEXT, "")
        frames = [frame for frame in stack["frames"] if isinstance(frame, dict)]
        for frame in frames:
            yield from _locals(frame.get("locals"))
        yield _HEADER
        for frame in frames:
            yield from _frame(frame)
        kind, message = stack.get("exc_type") or stack.get("type"), stack.get("exc_value") or stack.get("value")
        yield from _lines(f"{kind}: {message}", message or kind)
        for member in stack.get("exceptions") or []:
            if _is_stacks(member):
                yield ""
                yield from _exceptions(member)


def _frame(frame: dict[str, Any]) -> Iterator[str]:
    file = frame.get("filename", "")
    name = frame.get("name") or frame.get("function") or "?"
    yield from _lines(f'  File "{file}", line {frame.get("lineno", 0)}, in {name}', file)
    code = frame.get("line") or frame.get("context_line")
    if isinstance(code, str) and code.strip():
        yield from _lines(f"    {code.strip()}", code)


def _locals(values: Any) -> Iterator[str]:
    """The variables of a frame: they may be all that shows what the program used."""
    for name, value in values.items() if isinstance(values, dict) else ():
        if isinstance(value, str) and "\n" not in value:
            yield from _lines(f"{name} = {value}", value)
