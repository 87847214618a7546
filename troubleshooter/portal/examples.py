"""The tracebacks that somebody without one of their own can look at."""

from dataclasses import dataclass

from troubleshooter.catalogue.schema import Catalogue
from troubleshooter.portal.proofs import recorded

LABELS = {
    "expired-attribute": "MissingGreenlet after commit",
    "pool-exhausted": "QueuePool limit reached",
    "engine-shared-across-loops": "attached to a different loop",
    "lazy-load-relationship": "MissingGreenlet on a relationship",
    "sync-engine-async-driver": "create_engine() with an async driver",
    "greenlet-not-installed": "No module named 'greenlet'",
}
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Example:
    """A link that loads the recorded traceback of one root cause."""

    slug: str
    label: str


def examples(catalogue: Catalogue) -> tuple[Example, ...]:
    """Gives the first examples whose root cause is in the catalogue with a recorded traceback."""
    found = [Example(slug, label) for slug, label in LABELS.items() if example(slug, catalogue)]
    return tuple(found[:SHOWN])


def example(slug: str, catalogue: Catalogue) -> str:
    """Gives the recorded traceback of a root cause's broken program, '' when there is none."""
    cause = catalogue.causes.get(slug)
    return recorded(cause) if cause else ""
