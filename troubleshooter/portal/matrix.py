"""All pairs, SQLAlchemy lines and drivers: what ran, and when."""

from dataclasses import dataclass
from itertools import product

from troubleshooter.catalogue.drivers import DIALECTS
from troubleshooter.catalogue.schema import FAMILIES, LINES, Catalogue, Cause
from troubleshooter.catalogue.verification import names_on


@dataclass(frozen=True, slots=True)
class Cell:
    """One pair on one line and driver: `state` is ran, missing, or none where the page does not declare it."""

    state: str
    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """One root cause and its cells, in the order of the columns."""

    slug: str
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table by family, the lines of each driver, and the newest versions that were used."""

    columns: tuple[tuple[str, str], ...]
    families: tuple[tuple[str, tuple[Row, ...]], ...]
    versions: tuple[str, ...]


def matrix(catalogue: Catalogue) -> Matrix:
    """Gives the table of all recorded runs of snippets as they are now."""
    columns = tuple(product(DIALECTS, LINES))
    families = tuple(
        (meaning, rows)
        for family, meaning in FAMILIES.items()
        if (rows := tuple(_row(c, columns) for c in catalogue.causes.values() if c.matter.family == family))
    )
    return Matrix(columns, families, _versions(catalogue))


def _row(cause: Cause, columns: tuple[tuple[str, str], ...]) -> Row:
    return Row(cause.slug, cause.matter.title, tuple(_cell(cause, driver, line) for driver, line in columns))


def _cell(cause: Cause, driver: str, line: str) -> Cell:
    names = names_on(cause, line) if driver in cause.matter.runs_on else []
    if not names:
        return Cell("none", "not declared")
    runs = [cause.matrix[name, line, driver] for name in names if (name, line, driver) in cause.matrix]
    if len(runs) < len(names):
        return Cell("missing", f"{len(names) - len(runs)} of {len(names)} programs have not run as they are now")
    newest = max(run.ran_on for run in runs)
    return Cell(
        "ran", f"{len(runs)} programs, {newest.day} {newest:%B %Y}, SQLAlchemy {runs[0].versions['sqlalchemy']}"
    )


def _versions(catalogue: Catalogue) -> tuple[str, ...]:
    """Every package with each version that some recorded run used."""
    found = {
        f"{name} {version}"
        for cause in catalogue.causes.values()
        for run in cause.matrix.values()
        for name, version in run.versions.items()
    }
    return tuple(sorted(found))
