"""The decision tree: read from TOML, and walked down from the start for one scope."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from troubleshooter.diagnosis.branching import Branch, Conditions, Index, index
from troubleshooter.diagnosis.model import Evidence, RunnerUp, Step
from troubleshooter.diagnosis.predicates import OF_EXCEPTION, OF_SCOPE, PREDICATES, find_in_exception
from troubleshooter.diagnosis.scope import Scope
from troubleshooter.diagnosis.signs import SUBJECTS

START = "start"
_KEYS = ("to", "answer", "remark", "unless", *PREDICATES)


class TreeError(ValueError):
    """The tree's text is wrong; the message says where and what to do."""


@dataclass(frozen=True)
class Tree:
    """Branches by the node they leave, in the order in which they are tried."""

    branches: Mapping[str, tuple[Branch, ...]]

    @cached_property
    def indexes(self) -> Mapping[str, Index]:
        """For each node the index of its branches."""
        return {node: index(branches) for node, branches in self.branches.items()}

    def leaves(self, node: str) -> tuple[str, ...]:
        """The root causes below a node, in the order in which the tree reaches them."""
        found: dict[str, None] = {}
        seen: set[str] = set()
        pending = [node]
        while pending:
            here = pending.pop()
            if here not in self.branches:
                found[here] = None
            elif here not in seen:
                seen.add(here)
                pending.extend(branch.to for branch in reversed(self.branches[here]))
        return tuple(found)


def load(text: str) -> Tree:
    """Reads tree.toml's text; raises TreeError with node and number of the branch that is wrong."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TreeError(f"The tree is not TOML: {error}.") from error
    named: dict[str, list[str]] = {}
    branches: dict[str, tuple[Branch, ...]] = {}
    for name, value in data.items():
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            named[name] = value
        elif isinstance(value, list) and all(isinstance(item, dict) for item in value):
            branches[name] = tuple(_branch(name, number, item, named) for number, item in enumerate(value, 1))
        else:
            raise TreeError(f"{name}: write a list of patterns, or a branch as [[{name}]].")
    if START not in branches:
        raise TreeError(f"No branch leaves [[{START}]]: the walk has nowhere to begin.")
    return Tree(branches)


def _branch(node: str, number: int, item: dict[str, Any], named: Mapping[str, list[str]]) -> Branch:
    where = f"[[{node}]] branch {number}"
    for key in item:
        if key not in _KEYS:
            raise TreeError(f"{where}: unknown key {key!r}. Valid keys: {', '.join(_KEYS)}.")
    for key in ("to", "answer"):
        if not isinstance(item.get(key), str) or not item[key]:
            raise TreeError(f"{where}: {key!r} is missing or not text.")
    unless = item.get("unless", {})
    if not isinstance(unless, dict):
        raise TreeError(f"{where}: 'unless' takes a table of predicates.")
    for key in unless:
        if key not in PREDICATES:
            raise TreeError(f"{where}: unknown predicate {key!r} under 'unless'. Valid ones: {', '.join(PREDICATES)}.")
    conditions = {key: _patterns(where, key, value, named) for key, value in item.items() if key in PREDICATES}
    refused = {key: _patterns(where, key, value, named) for key, value in unless.items()}
    return Branch(node, item["to"], item["answer"], conditions, refused, item.get("remark", ""))


def _patterns(where: str, key: str, value: Any, named: Mapping[str, list[str]]) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    patterns: list[str] = []
    for pattern in values:
        if not isinstance(pattern, str) or not pattern.strip(" *"):
            raise TreeError(f"{where}: {key!r} takes a pattern or a list of patterns, none of them empty.")
        if pattern.startswith("$") and pattern != "$" and ">" not in pattern:
            if pattern[1:] not in named:
                raise TreeError(
                    f"{where}: no list {pattern[1:]!r} stands above. Named lists: {', '.join(named) or 'none'}."
                )
            patterns.extend(named[pattern[1:]])
        else:
            patterns.append(pattern)
    if key == "about" and (wrong := [pattern for pattern in patterns if pattern not in SUBJECTS]):
        raise TreeError(f"{where}: about = {wrong[0]!r}. Valid subjects: {', '.join(SUBJECTS)}.")
    return tuple(patterns)


def walk(tree: Tree, scope: Scope, node: str = START) -> tuple[Step, ...]:
    """The steps that the scope takes from a node, none when no branch holds there."""
    steps: list[Step] = []
    while node in tree.branches:
        branches = tree.branches[node]
        possible = tree.indexes[node].candidates(scope.words)
        step = next((step for at in possible if (step := take(branches[at], scope))), None)
        if step is None:
            break
        steps.append(step)
        node = step.to
    return tuple(steps)


def take(branch: Branch, scope: Scope) -> Step | None:
    """The step along one branch with the evidence it stands on, None when it does not hold."""
    if not branch.conditions:
        return None
    evidence = find_all(branch.conditions, scope)
    if evidence is None or any(find_all({key: patterns}, scope) for key, patterns in branch.unless.items()):
        return None
    return Step(branch.node, branch.to, branch.answer, evidence, branch.remark)


def find_all(conditions: Conditions, scope: Scope) -> tuple[Evidence, ...] | None:
    """The evidence for all conditions, None when one of them does not hold."""
    findings: list[tuple[str, str, int]] = []
    of_exception = {key: patterns for key, patterns in conditions.items() if key in OF_EXCEPTION}
    if of_exception:
        found = find_in_exception(scope, of_exception)
        if found is None:
            return None
        findings.extend(found)
    for key, patterns in conditions.items():
        if key in OF_SCOPE:
            find = OF_SCOPE[key]
            hit = next(((pattern, rows) for pattern in patterns if (rows := find(scope, pattern))), None)
            if hit is None:
                return None
            findings.extend((key, hit[0], row) for row in hit[1])
    texts, numbers = scope.paste.texts, scope.paste.numbers
    return tuple(Evidence(key, pattern, numbers[row], row, texts[row].strip()) for key, pattern, row in findings)


def runner_up(tree: Tree, scope: Scope, steps: tuple[Step, ...]) -> RunnerUp | None:
    """The next branch after the deciding one, else one before it, that lacked one condition, and that condition."""
    for step in reversed(steps):
        branches = tree.branches[step.node]
        taken = next((at for at, branch in enumerate(branches) if branch.answer == step.answer), 0)
        nearest = sorted(enumerate(branches), key=lambda item: (item[0] < taken, abs(item[0] - taken)))
        for _, branch in nearest:
            if branch.to != step.to and branch.conditions and (missing := _missing(branch, scope)):
                return RunnerUp(branch.to, branch.answer, *missing)
    return None


def _missing(branch: Branch, scope: Scope) -> tuple[str, str] | None:
    """The one condition of a branch that fails, None when none or several do."""
    failed = [
        (key, patterns[0]) for key, patterns in branch.conditions.items() if find_all({key: patterns}, scope) is None
    ]
    return failed[0] if len(failed) == 1 else None
