"""Whatever a terminal, a log or a person does to a traceback, the answer stays: same cause, same line."""

from dataclasses import dataclass

import pytest

from tests.diagnosis.wrappers import WRAPPERS, windows_path
from tests.pastes import FOLDER, PASTES, paste_id, read
from troubleshooter.diagnosis.decoding import decode
from troubleshooter.diagnosis.diagnosing import diagnose
from troubleshooter.diagnosis.tree import Tree, load

EXEMPT: dict[tuple[str, str], tuple[str, str]] = {
    ("source removed", "sync-session-async-engine/sa14-asyncpg"): (
        "missing-greenlet",
        "only the source line shows .sync_engine; 1.4's frames fit a plain engine as well",
    ),
    ("source removed", "sync-session-async-engine/sa14-flush-add"): (
        "sync-engine-async-driver",
        "a session that opens its connection, and no source: borders.md takes either",
    ),
    ("source removed", "sqlite-memory-per-connection/sa20-aiosqlite"): (
        "missing-table-or-column",
        "only the source line shows :memory:",
    ),
    ("source removed", "sqlite-memory-per-connection/sa21-aiosqlite"): (
        "missing-table-or-column",
        "only the source line shows :memory:",
    ),
    ("one line", "missing-greenlet/sa21"): (
        "lazy-load-relationship",
        "on one line the statement's parameters stand beside the message, and they decide",
    ),
    ("one line", "engine-used-after-fork/celery-cannot-switch-to-state"): (
        "connection-already-in-use",
        "on one line the worker's name is part of a log's prefix: borders.md takes either",
    ),
    **{
        ("Lambda text", f"{name}-last-line-cut"): ("", "Lambda's own line stands for the one that was cut off")
        for name in (
            "async-context-not-started/sa21",
            "joined-eager-needs-unique/sa20",
            "object-in-two-sessions/sa21",
            "result-closed/sa21",
        )
    },
}
"""What may answer otherwise: (wrapper, traceback) to the answer that is right then ('' for unknown), and why."""
NEEDS_SOURCE = {"async-with-on-sync-object", "await-on-sync-result", "sync-with-on-async-object"}
"""Python's message names no library: without the source line nothing speaks of SQLAlchemy, and unknown is right."""
NOT_FOR_BOXES = {"wrapped at 80", "wrapped at 80, in docker compose", "one line"}
"""Nobody breaks or folds rich's box: it is drawn as wide as the terminal is."""


@dataclass(frozen=True)
class Answer:
    """What must stay the same."""

    node: str | None
    file: str | None
    line: int | None


def recorded() -> dict[str, str]:
    """One traceback of each cause and SQLAlchemy line, all groups and boxes, and all that need an exemption."""
    found: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    for path in PASTES:
        slug, name = path.parent.name, paste_id(path)
        kind = (slug, path.stem.partition("-")[0])
        is_special = path.stem.endswith(("-group", "-rich", "-structlog")) or any(name == key for _, key in EXEMPT)
        if slug != "none" and (is_special or kind not in seen):
            seen.add(kind)
            found[name] = read(path).rstrip("\n")
    return found


RECORDED = recorded()


@pytest.fixture(scope="module")
def tree() -> Tree:
    return load((FOLDER.parents[1] / "content" / "tree.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def expected(tree: Tree) -> dict[str, Answer]:
    return {name: answer(text, tree) for name, text in RECORDED.items()}


def answer(text: str, tree: Tree) -> Answer:
    diagnosis = diagnose(text, tree)[1]
    culprit = diagnosis.culprit
    return Answer(diagnosis.node, culprit.file if culprit else None, culprit.line if culprit else None)


def wanted(wrapper: str, name: str, plain: Answer) -> Answer:
    """What a wrapped traceback must answer, given the answer to the plain one."""
    if (wrapper, name) in EXEMPT:
        node = EXEMPT[wrapper, name][0]
        return Answer(node, plain.file, plain.line) if node else Answer(None, None, None)
    if wrapper == "Windows paths" and (plain.file or "").startswith("/") and f'File "{plain.file}"' in RECORDED[name]:
        return Answer(plain.node, windows_path(plain.file), plain.line)
    return plain


def test_the_folder_is_the_answer(expected: dict[str, Answer]) -> None:
    assert {name: found.node for name, found in expected.items()} == {name: name.partition("/")[0] for name in RECORDED}


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_the_answer_stays(wrapper: str, tree: Tree, expected: dict[str, Answer]) -> None:
    wrong = {}
    for name, text in RECORDED.items():
        if name.endswith("-rich") and wrapper in NOT_FOR_BOXES:
            continue
        found, right = answer(WRAPPERS[wrapper](text), tree), wanted(wrapper, name, expected[name])
        is_silent = wrapper == "source removed" and found.node is None and name.partition("/")[0] in NEEDS_SOURCE
        if found != right and not is_silent:
            wrong[name] = (found, right)
    assert not wrong


def test_no_exemption_is_stale(tree: Tree, expected: dict[str, Answer]) -> None:
    boxes = [name for name in RECORDED if name.endswith("-rich")]

    def stays(wrapper: str, name: str) -> bool:
        return answer(WRAPPERS[wrapper](RECORDED[name]), tree) == expected[name]

    assert not [key for key in EXEMPT if stays(*key)]
    assert not [wrapper for wrapper in NOT_FOR_BOXES if all(stays(wrapper, name) for name in boxes)]


def test_every_cause_that_needs_its_source_is_unknown_without_it(tree: Tree) -> None:
    removed = {name: answer(WRAPPERS["source removed"](text), tree).node for name, text in RECORDED.items()}
    assert {name.partition("/")[0] for name, node in removed.items() if node is None} == NEEDS_SOURCE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_any_encoding_with_its_mark(encoding: str, tree: Tree, expected: dict[str, Answer]) -> None:
    mark = "\ufeff" if encoding.endswith(("-le", "-be")) else ""
    files = {name: decode((mark + text).encode(encoding)) for name, text in RECORDED.items()}
    assert not [name for name, text in files.items() if answer(text, tree) != expected[name]]
