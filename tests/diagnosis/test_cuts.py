"""A cut paste never gets a wrong cause: the right one, the question above it, or none where nothing of ours is left."""

import re
from collections.abc import Callable

import pytest

from tests.pastes import FOLDER, PASTES, paste_id, read
from troubleshooter.catalogue.loading import catalogue
from troubleshooter.diagnosis.diagnosing import diagnose
from troubleshooter.diagnosis.model import Diagnosis
from troubleshooter.diagnosis.tree import Tree, load

Cut = Callable[[list[str]], list[str]]

_HEADER = re.compile(r'([ |+]*)File "([^"]*)", line \d')
_LIBRARY = ("site-packages", "/usr/local/lib/")
SAID = "greenlet_spawn has not been called"

GREENLET = {slug for slug, cause in catalogue().causes.items() if cause.matter.family == "greenlet"}
ACCEPTED = {
    (
        "async-session-in-thread",
        "lazy-load-relationship",
    ): "the thread's frames are cut off: what is left is a lazy load",
    (
        "serialization-lazy-load",
        "lazy-load-relationship",
    ): "the serializer's frames are cut off: the SQL is a lazy load",
    (
        "dialect-not-greenlet-adapted",
        "await-inside-sync-callback",
    ): "AwaitRequired without the dialect's frame: borders.md",
    (
        "dialect-not-greenlet-adapted",
        "missing-await",
    ): "a coroutine used as a value, and no frame of the dialect: borders.md",
    (
        "await-inside-sync-callback",
        "nested-event-loop",
    ): "a second loop, and no frame of SQLAlchemy below it: borders.md",
    (
        "greenlet-broken-binary",
        "greenlet-not-installed",
    ): "2.1's last line without the chained cause: borders.md takes either",
    ("raiseload-blocked", "attribute-load"): "an attribute was read, and what came of it is cut off",
    ("async-context-not-started", "missing-await"): "only the warning that follows the error is left",
    ("async-with-on-sync-object", "missing-await"): "only the warning that follows the error is left",
    ("nested-event-loop", "missing-await"): "only the warning that follows the error is left",
    ("connect-timeout", "connection-refused"): "aiomysql's 2003 alone: borders.md",
    ("host-not-found", "connection-refused"): "aiomysql's 2003 alone: borders.md",
    ("network-unreachable", "connection-refused"): "aiomysql's 2003 alone: borders.md",
    ("connect-hung-up", "stale-connection"): "asyncpg says the same of a connection that was open before",
    (
        "sqlite-memory-per-connection",
        "missing-table-or-column",
    ): "only the URL's :memory: tells them apart, and its line is cut off",
    ("none", "sync-with-on-async-object"): "another library's AsyncSession, and its driver's line is cut off",
    ("sync-session-async-engine", "connection-garbage-collected"): "only the warnings that follow the error are left",
    ("engine-shared-across-loops", "connection-garbage-collected"): "only the warnings that follow the error are left",
    ("event-loop-closed", "connection-garbage-collected"): "only the warnings that follow the error are left",
    ("pytest-loop-scope", "connection-garbage-collected"): "only the warnings that follow the error are left",
    ("task-cancelled-mid-query", "connection-garbage-collected"): "only the warnings that follow the error are left",
    ("engine-shared-across-loops", "connection-already-in-use"): "the thread's frames are cut off: borders.md",
    ("session-shared-across-tasks", "connection-already-in-use"): "the session or the gather is cut off: borders.md",
    ("engine-shared-across-loops", "event-loop-closed"): "only the pool's log is left, or the driver's words at exit",
    ("event-loop-closed", "different-loop"): "the last line of the pool's log is cut off",
    ("event-loop-closed", "engine-shared-across-loops"): "the last line of the pool's log is cut off",
    ("lazy-load-relationship", "event-loop-closed"): "only aiomysql's words at exit are left",
    ("stale-connection", "event-loop-closed"): "only aiomysql's words at exit are left",
    ("pytest-loop-scope", "mysql-packet-out-of-sync"): "the error that names the loops is cut off",
    (
        "engine-used-after-fork",
        "stale-connection",
    ): "unexpected eof, and neither the fork nor the bad record is left",
    ("none", "connect-hung-up"): "a question: the library above asyncpg's connect is cut off",
    ("none", "different-loop"): "a question: the library above asyncpg is cut off",
    ("none", "operation-in-progress"): "a question: the library above asyncpg is cut off",
}
"""What a cut may make of a cause, and why: (cause, answer)."""


def _last(count: int) -> Cut:
    return lambda lines: lines[-count:]


def _first(percent: int) -> Cut:
    return lambda lines: lines[: len(lines) * percent // 100]


def _elided(mark: str) -> Cut:
    """Only the first and the last third, and a mark between them."""
    return lambda lines: [*lines[: len(lines) // 3], mark, *lines[-(len(lines) // 3) :]] if len(lines) > 5 else lines


def _own_frames(mark: str) -> Cut:
    """Without the frames of libraries, as people tidy up before they post; a mark for each run that is gone."""

    def cut(lines: list[str]) -> list[str]:
        kept: list[str] = []
        margin: int | None = None
        for line in lines:
            header = _HEADER.match(line)
            if header:
                is_library = any(part in header[2] for part in _LIBRARY)
                if is_library and margin is None and mark:
                    kept.append(mark)
                margin = len(header[1]) if is_library else None
            elif margin is not None and line[: margin + 1].strip(" |"):
                margin = None
            if margin is None:
                kept.append(line)
        return kept

    return cut


CUTS: dict[str, Cut] = {
    "first 30 %": _first(30),
    "first half": _first(50),
    "first 70 %": _first(70),
    "last half": lambda lines: lines[len(lines) // 2 :],
    "last twenty lines": _last(20),
    "last ten lines": _last(10),
    "last three lines": _last(3),
    "last line": _last(1),
    "middle ...": _elided("..."),
    "middle indented ...": _elided("  ..."),
    "middle [...]": _elided("[...]"),
    "middle counted": _elided("... 20 lines ..."),
    "library frames gone": _own_frames(""),
    "library frames ...": _own_frames("  ..."),
    "without header": lambda lines: [line for line in lines if "Traceback (most recent" not in line],
}


@pytest.fixture(scope="module")
def tree() -> Tree:
    return load((FOLDER.parents[1] / "content" / "tree.toml").read_text(encoding="utf-8"))


def below(tree: Tree, node: str) -> set[str]:
    """All nodes that can be reached from one, itself included."""
    found = {node}
    pending = [node]
    while pending:
        new = {branch.to for branch in tree.branches.get(pending.pop(), ())} - found
        found |= new
        pending.extend(new)
    return found


def is_right(tree: Tree, slug: str, diagnosis: Diagnosis, text: str) -> bool:
    """Whether a cut paste's answer is the folder's, one above it, an accepted one, or none because nothing is left."""
    if diagnosis.node is None:
        return SAID not in text or slug == "none"
    is_above = diagnosis.status == "ambiguous" and slug in below(tree, diagnosis.node)
    return diagnosis.node == slug or is_above or (slug, diagnosis.node) in ACCEPTED


@pytest.mark.parametrize("cut", CUTS)
def test_a_cut_paste_is_never_answered_wrongly(cut: str, tree: Tree) -> None:
    wrong = {}
    for path in PASTES:
        text = "\n".join(CUTS[cut](read(path).rstrip("\n").split("\n")))
        diagnosis = diagnose(text, tree)[1]
        if not is_right(tree, path.parent.name, diagnosis, text):
            wrong[paste_id(path)] = diagnosis.node
    assert not wrong


@pytest.mark.parametrize("block", [0, -1])
def test_one_block_of_a_chain_is_enough_for_the_greenlet_family_and_misleads_none(block: int, tree: Tree) -> None:
    joint = "\n\nThe above exception was the direct cause of the following exception:\n\n"
    chains = {
        path: blocks for path in PASTES if len(blocks := read(path).split(joint)) > 1 and path.parent.name != "none"
    }
    assert len(chains) > 10
    wrong = {}
    for path, blocks in chains.items():
        diagnosis = diagnose(blocks[block], tree)[1]
        is_told = diagnosis.node is not None or path.parent.name not in GREENLET
        if not is_told or not is_right(tree, path.parent.name, diagnosis, blocks[block]):
            wrong[paste_id(path)] = diagnosis.node
    assert not wrong


def test_no_accepted_answer_is_stale(tree: Tree) -> None:
    used = {
        (path.parent.name, diagnose("\n".join(cut(read(path).rstrip("\n").split("\n"))), tree)[1].node)
        for path in PASTES
        if path.parent.name in {slug for slug, _ in ACCEPTED}
        for cut in CUTS.values()
    }
    assert set(ACCEPTED) <= used
