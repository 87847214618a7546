"""What the fixes that compete asked of the database when they were last measured."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from troubleshooter.catalogue.schema import Cause, Counts
from troubleshooter.diagnosis.model import Environment


@dataclass(frozen=True, slots=True)
class Measurement:
    """The counts of those fixes, by proof, from runs on one SQLAlchemy line and driver."""

    slug: str
    driver: str
    sqlalchemy: str
    ran_on: date
    counts: Mapping[str, Counts]
    titles: Mapping[str, str]

    @property
    def authors(self) -> int:
        """How many authors were in the world of these runs."""
        return next(iter(self.counts.values())).authors

    @property
    def on_server(self) -> bool:
        """Whether there was a server, so that there were round trips."""
        return all(counts.round_trips is not None for counts in self.counts.values())

    @property
    def rows(self) -> tuple[tuple[str, Counts], ...]:
        """The titles of the fixes with their counts, in the order of the page."""
        return tuple((title, self.counts[proof]) for proof, title in self.titles.items() if proof in self.counts)


def measurement(cause: Cause, environment: Environment | None = None) -> Measurement | None:
    """Gives the counts on a paste's line and driver, else on the newest line and the first driver with a server."""
    wanted = environment or Environment()
    found: dict[tuple[str, str], dict[str, Counts]] = {}
    for (name, line, driver), run in cause.matrix.items():
        if name in cause.measured and run.counts:
            found.setdefault((line, driver), {})[name] = run.counts
    if not found:
        return None

    def fits(place: tuple[str, str]) -> tuple[bool, bool, bool, str, int]:
        line, driver = place
        served = all(counts.round_trips is not None for counts in found[place].values())
        rank = cause.matter.runs_on.index(driver)
        return driver == wanted.driver, line == wanted.sqlalchemy, served, line, -rank

    line, driver = max(found, key=fits)
    newest = max((cause.matrix[name, line, driver] for name in found[line, driver]), key=lambda run: run.ran_on)
    version = newest.versions["sqlalchemy"]
    return Measurement(cause.slug, driver, version, newest.ran_on, found[line, driver], cause.measured)


def said(counts: Counts) -> str:
    """The counts in words, on one line."""
    parts = [
        (counts.statements, "statement"),
        (counts.rows, "row"),
        (counts.round_trips, "round trip"),
        (counts.connections, "connection"),
    ]
    return ", ".join(f"{number} {what}{'' if number == 1 else 's'}" for number, what in parts if number is not None)
