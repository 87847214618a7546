"""Whatever a terminal, a log or a person does to a traceback, the answer stays: same cause, same line."""

import re
from pathlib import Path

import pytest
from wrappers import WRAPPERS, windows_path

from troubleshooter.diagnosis.diagnosing import diagnose
from troubleshooter.diagnosis.model import Diagnosis
from troubleshooter.diagnosis.tree import Tree, load

ROOT = Path(__file__).parents[2]
PASTES = ROOT / "tests" / "pastes"


def recorded() -> dict[str, str]:
    """One traceback of every cause and SQLAlchemy line, and every one that is a group or a chain of its own kind."""
    found: dict[str, str] = {}
    for folder in sorted(PASTES.iterdir()):
        seen: set[str] = set()
        for path in sorted(folder.glob("*.txt")):
            line = path.stem.partition("-")[0]
            if folder.name != "none" and (line not in seen or "group" in path.stem):
                seen.add(line)
                found[f"{folder.name}/{path.stem}"] = path.read_text(encoding="utf-8").rstrip("\n")
    return found
