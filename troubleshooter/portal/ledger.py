"""The ledger of claims by topic, each with its verdict in a word and a shape."""

from collections import Counter
from dataclasses import dataclass

from troubleshooter.catalogue.schema import Catalogue
from troubleshooter.catalogue.schema_documents import Claim
from troubleshooter.portal.listings import Listing, listing
from troubleshooter.portal.titles import Link, links

SHAPES = {"true": "✓", "misleading": "≈", "false": "×"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim as the page shows it."""

    claim: Claim
    shape: str
    proof: Listing | None
    see: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """Claims about the same thing."""

    name: str
    entries: tuple[Entry, ...]


def topics(catalogue: Catalogue) -> tuple[Topic, ...]:
    """Gives the claims by topic, both in the order of the file."""
    found: dict[str, list[Entry]] = {}
    for claim in catalogue.claims.values():
        proof = listing(claim.proof, catalogue)
        entry = Entry(claim, SHAPES[claim.verdict], proof, links(claim.see, catalogue))
        found.setdefault(claim.topic, []).append(entry)
    return tuple(Topic(name, tuple(entries)) for name, entries in found.items())


def tally(catalogue: Catalogue) -> tuple[tuple[str, int], ...]:
    """Gives the number of claims of each verdict."""
    counted = Counter[str](claim.verdict for claim in catalogue.claims.values())
    return tuple((verdict, counted[verdict]) for verdict in SHAPES if counted[verdict])
