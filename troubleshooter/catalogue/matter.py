"""The front matter of a page: TOML's values as a struct, or every key that is wrong with its line."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

from troubleshooter.catalogue.files import File
from troubleshooter.catalogue.problems import Problem
from troubleshooter.catalogue.schema import AppliesTo, Fix, Message

NESTED: dict[str, type[msgspec.Struct]] = {"messages": Message, "fixes": Fix, "applies_to": AppliesTo}
HINT = "CONTRIBUTING.md says what the key holds, schema.py of the catalogue which type it has."
Matter = TypeVar("Matter", bound=msgspec.Struct)


def read_toml(file: File, text: str, above: int = 0) -> dict[str, Any] | Problem:
    """The values of TOML that stands below the first `above` lines of a file."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        where = file.at(int(place[1]) + above if place else None)
        subject = "The front matter" if above else "The file"
        return Problem("E005", where, f"{subject} is not TOML: {error}", "Put that line right.")


def key_line(file: File, key: str, table: str = "", index: int = 0) -> int | None:
    """The line of a key, at the top or in the `index`th `[[table]]`; None when it cannot be told."""
    lines = file.text.split("\n")
    heads = [number for number, line in enumerate(lines) if line.strip() == f"[[{table}]]"]
    if table and index >= len(heads):
        return None
    start = heads[index] if table else 0
    wanted = re.compile(rf"(\[\[)?{re.escape(key)}(\]\]|\s*=)")
    return next((number for number, line in enumerate(lines[start:], start + 1) if wanted.match(line)), None)


def convert(
    file: File, data: dict[str, Any], kind: type[Matter], table: str = "", index: int = 0
) -> Matter | list[Problem]:
    """The struct, or all unknown, missing and unfit keys; `table` and `index` say where in the file it stands."""
    problems = list(_problems(file, data, kind, table, index))
    if problems:
        return problems
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        return [Problem("E008", file.where, f"The front matter does not fit: {error}", HINT)]


def _problems(
    file: File, data: dict[str, Any], kind: type[msgspec.Struct], table: str = "", index: int = 0
) -> Iterator[Problem]:
    """What is wrong with the keys of one table, and of the tables inside it."""
    known = {field.name: field for field in msgspec.structs.fields(kind)}
    inside = f" of [[{table}]] number {index + 1}" if table else ""
    for key in sorted(data.keys() - known.keys()):
        where = file.at(key_line(file, key, table, index))
        yield Problem("E006", where, f"The key `{key}`{inside} is unknown", f"Known are: {', '.join(known)}.")
    for key in [name for name, field in known.items() if field.required and name not in data]:
        where = file.at(key_line(file, table, table, index) if table else 1)
        yield Problem("E007", where, f"The key `{key}`{inside} is missing", f"Add the key `{key}`. {HINT}")
    for key, value in data.items():
        if key in NESTED and isinstance(value, dict):
            yield from _problems(file, value, NESTED[key], table, index)
        elif key in NESTED and value and isinstance(value, list) and isinstance(value[0], dict):
            for number, item in enumerate(value):
                yield from _problems(file, item, NESTED[key], key, number)
        elif key in known:
            try:
                msgspec.convert(value, known[key].type)
            except msgspec.ValidationError as error:
                where = file.at(key_line(file, key, table, index))
                yield Problem("E008", where, f"`{key}`{inside} does not fit: {error}", HINT)
