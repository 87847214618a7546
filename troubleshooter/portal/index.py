"""All root causes by family, and what each is recognised by."""

from dataclasses import dataclass

from troubleshooter.catalogue.schema import FAMILIES, Catalogue, Cause
from troubleshooter.portal.naming import Named, named
from troubleshooter.portal.words import recognised


@dataclass(frozen=True, slots=True)
class Family:
    """A family of root causes; `meaning` says what they have in common."""

    name: str
    meaning: str
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Recognition:
    """One branch that leads to a node: where it starts, and what must hold."""

    start: Named
    answer: str
    conditions: tuple[str, ...]


def families(catalogue: Catalogue, asked: str = "") -> tuple[Family, ...]:
    """Gives the families whose root causes hold every word that was asked for."""
    words = asked.lower().split()
    causes = [cause for cause in catalogue.causes.values() if _holds(cause, words)]
    found = (
        Family(name, meaning, tuple(cause for cause in causes if cause.matter.family == name))
        for name, meaning in FAMILIES.items()
    )
    return tuple(family for family in found if family.causes)


def recognised_by(slug: str, catalogue: Catalogue) -> tuple[Recognition, ...]:
    """Gives the branches that lead to a node, in the order in which they are tried."""
    return tuple(
        Recognition(named(node, catalogue), branch.answer, recognised(branch))
        for node, branches in catalogue.tree.branches.items()
        for branch in branches
        if branch.to == slug
    )


def _holds(cause: Cause, words: list[str]) -> bool:
    matter = cause.matter
    texts = (cause.slug, matter.title, matter.summary, matter.symptom, matter.says, matter.fix)
    everything = " ".join((*texts, *(message.text for message in matter.messages))).lower()
    return all(word in everything for word in words)
