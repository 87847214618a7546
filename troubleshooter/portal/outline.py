"""The decision tree as a person walks it: each question once, its answers, and where they lead."""

from dataclasses import dataclass

from troubleshooter.catalogue.schema import Catalogue
from troubleshooter.diagnosis.tree import START
from troubleshooter.portal.naming import asks, named, step_url


@dataclass(frozen=True, slots=True)
class Turn:
    """The answers that lead from one question to the same node, and that node with all below it."""

    answers: tuple[str, ...]
    slug: str
    title: str
    url: str
    asks: str = ""
    ways: tuple["Turn", ...] = ()
    repeated: bool = False


def outline(catalogue: Catalogue) -> tuple[Turn, ...]:
    """Gives the whole tree from the first question on."""
    return _below(START, catalogue, set())


def answers(node: str, catalogue: Catalogue) -> tuple[Turn, ...]:
    """Gives the ways out of one question."""
    return tuple(
        Turn(said, to, named(to, catalogue).title, step_url(to, catalogue))
        for to, said in _grouped(node, catalogue).items()
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
    return said


def _below(node: str, catalogue: Catalogue, seen: set[str]) -> tuple[Turn, ...]:
    return tuple(_turn(to, said, catalogue, seen) for to, said in _grouped(node, catalogue).items())


def _turn(to: str, said: tuple[str, ...], catalogue: Catalogue, seen: set[str]) -> Turn:
    title, url = named(to, catalogue).title, step_url(to, catalogue)
    if to in catalogue.causes:
        return Turn(said, to, title, url)
    if to in seen:
        return Turn(said, to, title, url, repeated=True)
    seen.add(to)
    return Turn(said, to, title, url, asks(to, catalogue), _below(to, catalogue, seen))
