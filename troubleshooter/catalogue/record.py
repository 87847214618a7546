"""The committed record of runs: content/verified.json, by slug, file, SQLAlchemy line and driver."""

import json
from collections.abc import Mapping
from pathlib import Path

import msgspec

from troubleshooter.catalogue.files import read
from troubleshooter.catalogue.problems import Problem
from troubleshooter.catalogue.schema import Run

NAME = "verified.json"
Record = Mapping[str, Mapping[str, Mapping[str, Mapping[str, Run]]]]


def load(content: Path) -> Record | Problem:
    """The record, empty when nothing was verified yet."""
    path = content / NAME
    if not path.exists():
        return {}
    file = read(path, content)
    if isinstance(file, Problem):
        return file
    try:
        return msgspec.json.decode(file.text, type=dict[str, dict[str, dict[str, dict[str, Run]]]])
    except msgspec.DecodeError as error:
        hint = "Take the file from git again, or delete it and run manage.py verify."
        return Problem("E040", file.where, f"The record of runs cannot be read: {error}", hint)


def save(content: Path, record: Record) -> None:
    """Writes the record in one step, so that a reader never sees half of it."""
    path = content / NAME
    text = json.dumps(msgspec.to_builtins(record), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    fresh = path.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)
