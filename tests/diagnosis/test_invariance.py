"""Whatever a terminal, a log or a person does to a traceback, the answer stays: same cause, same line."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.diagnosis.wrappers import WRAPPERS, windows_path

from troubleshooter.diagnosis.diagnosing import diagnose
from troubleshooter.diagnosis.tree import Tree, load
from troubleshooter.management.commands.diagnose import decode

ROOT = Path(__file__).parents[2]
PASTES = ROOT / "tests" / "pastes"
BOX = "a box keeps its width: terminals do not break it, they draw it narrower"

EXEMPT: dict[tuple[str, str], tuple[str | None, str]] = {
    ("source removed", "sync-session-async-engine/sa14-asyncpg"): (
        "missing-greenlet", "only the source line shows .sync_engine; 1.4's frames fit a plain engine as well"
    ),
    ("source removed", "sync-session-async-engine/sa14-flush-add"): (
        "sync-engine-async-driver", "a session that opens its connection, and no source: borders.md takes either"
    ),
    ("one line", "missing-greenlet/sa21"): (
        "lazy-load-relationship", "on one line the statement's parameters stand beside the message, and they decide"
    ),
}  # fmt: skip
"""What may answer otherwise: (wrapper, traceback) to the answer that is right then, and why."""


@dataclass(frozen=True)
class Answer:
    """What must stay the same."""

    node: str | None
    file: str | None
    line: int | None


def recorded() -> dict[str, str]:
    """One traceback of every cause and SQLAlchemy line, every group, and every one that needs an exemption."""
    found: dict[str, str] = {}
    for folder in sorted(PASTES.iterdir()):
        seen: set[str] = set()
        for path in sorted(folder.glob("*.txt")):
            line, name = path.stem.partition("-")[0], f"{folder.name}/{path.stem}"
            if folder.name == "none" or path.stem.endswith("-rich"):
                continue
            if line not in seen or "group" in path.stem or any(name == exempt for _, exempt in EXEMPT):
                seen.add(line)
                found[name] = path.read_text(encoding="utf-8").rstrip("\n")
    return found


RECORDED = recorded()


@pytest.fixture(scope="module")
def tree() -> Tree:
    return load((ROOT / "content" / "tree.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def expected(tree: Tree) -> dict[str, Answer]:
    return {name: answer(text, tree) for name, text in RECORDED.items()}


def answer(text: str, tree: Tree) -> Answer:
    diagnosis = diagnose(text, tree)[1]
    culprit = diagnosis.culprit
    return Answer(diagnosis.node, culprit.file if culprit else None, culprit.line if culprit else None)


def test_the_folder_is_the_answer(expected: dict[str, Answer]) -> None:
    assert {name: found.node for name, found in expected.items()} == {
        name: name.partition("/")[0] for name in RECORDED
    }


def test_every_cause_has_a_traceback_in_the_matrix(tree: Tree) -> None:
    assert set(tree.leaves("start")) <= {name.partition("/")[0] for name in RECORDED}


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_the_answer_stays(wrapper: str, tree: Tree, expected: dict[str, Answer]) -> None:
    wrong = {}
    for name, text in RECORDED.items():
        wanted = expected[name]
        if wrapper == "Windows paths" and wanted.file and 'File "' in text:
            wanted = Answer(wanted.node, windows_path(wanted.file), wanted.line)
        if (wrapper, name) in EXEMPT:
            wanted = Answer(EXEMPT[wrapper, name][0], wanted.file, wanted.line)
        found = answer(WRAPPERS[wrapper](text), tree)
        if found != wanted:
            wrong[name] = (found, wanted)
    assert not wrong


def test_no_exemption_is_stale(tree: Tree, expected: dict[str, Answer]) -> None:
    stale = [key for key in EXEMPT if answer(WRAPPERS[key[0]](RECORDED[key[1]]), tree) == expected[key[1]]]
    assert not stale


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_any_encoding_with_its_mark(encoding: str, tree: Tree, expected: dict[str, Answer]) -> None:
    mark = "\ufeff" if encoding.endswith(("-le", "-be")) else ""
    wrong = [
        name
        for name, text in RECORDED.items()
        if answer(decode((mark + text).encode(encoding)), tree) != expected[name]
    ]
    assert not wrong
