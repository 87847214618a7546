"""The gates on the decision tree: no way is dead, no page unreached, no branch hidden by another."""

import re
from collections.abc import Iterator, Mapping, Set

from troubleshooter.catalogue.files import File
from troubleshooter.catalogue.pages import NodePage
from troubleshooter.catalogue.problems import Problem
from troubleshooter.catalogue.schema import CauseMatter
from troubleshooter.diagnosis.branching import Branch
from troubleshooter.diagnosis.tree import START, Tree

CONTAINED = ("message", "code", "text")
"""Predicates whose pattern may stand anywhere in a text, so that it implies each part of itself."""


def check(tree: Tree, file: File, pages: Mapping[str, NodePage], slugs: Set[str]) -> Iterator[Problem]:
    """All that is wrong between the tree and the pages; `slugs` names those that cannot be read as well."""
    places = branch_lines(file)
    for node, branches in tree.branches.items():
        for index, branch in enumerate(branches):
            where = file.at(places.get((node, index)))
            if branch.to not in slugs:
                hint = f"Write content/causes/{branch.to}.md, or name a page that is there."
                yield Problem("E031", where, f"The branch leads to {branch.to}, which has no page", hint)
            weaker = [number for number, other in enumerate(branches[:index], 1) if covers(other, branch)]
            if weaker:
                message = f"Branch {index + 1} of {node} is never taken: branch {weaker[0]} holds before it"
                yield Problem("E036", where, message, f"Move it above branch {weaker[0]}, or take it out.")
        yield from _node(node, file.at(places.get((node, 0))), pages, slugs)
    for slug in _on_cycle(tree):
        hint = "A branch leads on, never back: take one of them out."
        yield Problem("E032", file.at(places.get((slug, 0))), f"The node {slug} leads back to itself", hint)
    reached = reachable(tree)
    for slug, page in pages.items():
        if slug not in reached:
            hint = f'Add a branch with to = "{slug}".'
            yield Problem("E033", page.file.where, "No branch leads here", hint)
        if not isinstance(page.matter, CauseMatter) and not tree.branches.get(slug):
            hint = f"Add branches [[{slug}]], or drop `asks` and make it a root cause."
            yield Problem("E034", page.file.where, "The question has no branches", hint)


def _node(node: str, where: str, pages: Mapping[str, NodePage], slugs: Set[str]) -> Iterator[Problem]:
    """Branches that leave a cause, or a node without a page."""
    if node != START and node not in slugs:
        yield Problem("E037", where, f"The node {node} has no page", f"Write content/causes/{node}.md.")
    elif node in pages and isinstance(pages[node].matter, CauseMatter):
        hint = f"A root cause is a leaf: take [[{node}]] out, or give its page `asks`."
        yield Problem("E035", where, f"Branches leave the root cause {node}", hint)


def reachable(tree: Tree) -> dict[str, None]:
    """All nodes that branches lead to from the start, in the order of reading."""
    found: dict[str, None] = {}
    waiting = [START]
    while waiting:
        node = waiting.pop()
        found[node] = None
        waiting += [branch.to for branch in reversed(tree.branches.get(node, ())) if branch.to not in found]
    return found


def _on_cycle(tree: Tree) -> Iterator[str]:
    """The nodes from which branches lead back to themselves."""
    for node in tree.branches:
        waiting, seen = [branch.to for branch in tree.branches[node]], set[str]()
        while waiting and node not in seen:
            current = waiting.pop()
            if current not in seen:
                seen.add(current)
                waiting += [branch.to for branch in tree.branches.get(current, ())]
        if node in seen:
            yield node


def covers(earlier: Branch, later: Branch) -> bool:
    """Whether the earlier branch certainly holds whenever the later one does."""
    return (
        bool(earlier.conditions)
        and bool(later.conditions)
        and all(
            key in later.conditions and all(_implied(key, one, patterns) for one in later.conditions[key])
            for key, patterns in earlier.conditions.items()
        )
        and all(set(patterns) <= set(later.unless.get(key, ())) for key, patterns in earlier.unless.items())
    )


def _implied(predicate: str, pattern: str, weaker: tuple[str, ...]) -> bool:
    """Whether one of the weaker patterns certainly matches where the given one does."""
    return any(other == pattern or (predicate in CONTAINED and other in pattern) for other in weaker)


def branch_lines(file: File) -> dict[tuple[str, int], int]:
    """The line of each branch, by its node and its place there."""
    found: dict[tuple[str, int], int] = {}
    count: dict[str, int] = {}
    for number, line in enumerate(file.text.split("\n"), 1):
        head = re.match(r"\[\[\s*\"?([\w-]+)\"?\s*\]\]", line)
        if head:
            node = head[1]
            found[node, count.get(node, 0)] = number
            count[node] = count.get(node, 0) + 1
    return found
