"""Tracebacks as the programs print them that people copy from: same cause, same line, whoever prints."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.diagnosis.emitters import EMITTERS, PYTEST_STYLES, SNIPPETS
from troubleshooter.diagnosis.diagnosing import diagnose
from troubleshooter.diagnosis.tree import Tree, load

CUT_SHORT = {"pytest line"}
"""These print one line of the error and no frames: the question that is left is right too, or that nothing is known."""


@pytest.fixture(scope="module")
def tree() -> Tree:
    return load((SNIPPETS.parent / "content" / "tree.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def printed() -> dict[str, Any]:
    program = Path(__file__).with_name("emitters.py")
    done = subprocess.run([sys.executable, str(program)], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("emitter", [*EMITTERS, *(f"pytest {style}" for style in PYTEST_STYLES)])
def test_the_answer_is_the_same_whoever_prints(emitter: str, tree: Tree, printed: dict[str, Any]) -> None:
    wrong = {}
    for slug, item in printed.items():
        diagnosis = diagnose(item["texts"][emitter], tree)[1]
        culprit = diagnosis.culprit
        found = (diagnosis.node, Path(culprit.file).parent.name if culprit else None, culprit.line if culprit else None)
        if emitter in CUT_SHORT:
            right = found[2] in (item["line"], None) and (found[0] in (slug, None) or slug in diagnosis.candidates)
        else:
            right = found == (slug, slug, item["line"])
        if not right:
            wrong[slug] = (found, item["line"])
    assert not wrong
