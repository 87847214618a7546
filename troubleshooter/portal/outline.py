"""The decision tree as a person walks it: each question once, its answers, and where they lead."""

from collections.abc import Iterable
from dataclasses import dataclass

from troubleshooter.catalogue.schema import FAMILIES, Catalogue
from troubleshooter.diagnosis.tree import START
from troubleshooter.portal.naming import Named, asks, named, step_url


@dataclass(frozen=True, slots=True)
class Turn:
    """The answers that lead from one question to the same node, and that node with all below it."""

    answers: tuple[str, ...]
    node: Named
    url: str
    asks: str = ""
    ways: tuple["Turn", ...] = ()
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The ways out of one question that lead into one family; `meaning` is '' where all lead into the same."""

    family: str
    meaning: str
    ways: tuple[Turn, ...]


def outline(catalogue: Catalogue) -> tuple[Group, ...]:
    """Gives the whole tree from the first question on."""
    return _by_family(_below(START, catalogue, set()))


def answers(node: str, catalogue: Catalogue) -> tuple[Group, ...]:
    """Gives the ways out of one question."""
    return _by_family(
        Turn(said, named(to, catalogue), step_url(to, catalogue)) for to, said in _grouped(node, catalogue).items()
    )


def _by_family(turns: Iterable[Turn]) -> tuple[Group, ...]:
    found: dict[str, list[Turn]] = {}
    for turn in turns:
        found.setdefault(turn.node.family, []).append(turn)
    return tuple(
        Group(family, FAMILIES[family] if len(found) > 1 else "", tuple(found[family]))
        for family in sorted(found, key=list(FAMILIES).index)
    )


def trail(node: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Gives the questions above a node, from the first one on."""
    found: list[str] = []
    while node != START and node not in found:
        found.append(node)
        node = _above(node, catalogue)
    return tuple(reversed(found[1:]))


def _above(node: str, catalogue: Catalogue) -> str:
    """The first question with an answer that leads here."""
    for above, branches in catalogue.tree.branches.items():
        if any(branch.to == node for branch in branches):
            return above
    return START


def _grouped(node: str, catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    said: dict[str, tuple[str, ...]] = {}
    for branch in catalogue.tree.branches.get(node, ()):
        before = said.get(branch.to, ())
        said[branch.to] = before if branch.answer in before else (*before, branch.answer)
    return dict(sorted(said.items(), key=lambda item: _is_rare(item[0], catalogue)))


def _is_rare(slug: str, catalogue: Catalogue) -> bool:
    """Whether a person should read other answers first: a root cause that is not one of the common ones."""
    return slug in catalogue.causes and not catalogue.causes[slug].matter.common


def _below(node: str, catalogue: Catalogue, seen: set[str]) -> tuple[Turn, ...]:
    return tuple(_turn(to, said, catalogue, seen) for to, said in _grouped(node, catalogue).items())


def _turn(to: str, said: tuple[str, ...], catalogue: Catalogue, seen: set[str]) -> Turn:
    node, url = named(to, catalogue), step_url(to, catalogue)
    if to in catalogue.causes:
        return Turn(said, node, url)
    if to in seen:
        return Turn(said, node, url, repeated=True)
    seen.add(to)
    return Turn(said, node, url, asks(to, catalogue), _below(to, catalogue, seen))
