"""All pairs, programs, SQLAlchemy lines and drivers: what ran, and when."""

from dataclasses import dataclass
from itertools import product

from django.urls import reverse

from troubleshooter.catalogue.drivers import DIALECTS
from troubleshooter.catalogue.schema import FAMILIES, LINES, Catalogue, Cause
from troubleshooter.catalogue.schema_documents import Program
from troubleshooter.catalogue.verification import names_on
from troubleshooter.portal.titles import shown_at


@dataclass(frozen=True, slots=True)
class Cell:
    """One pair on one line and driver: `state` is ran, missing, or none where the page does not declare it."""

    state: str
    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """One root cause or program, where it is shown, and its cells in the order of the columns."""

    slug: str
    title: str
    url: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table by family, the lines of each driver, and the newest versions that were used."""

    columns: tuple[tuple[str, str], ...]
    families: tuple[tuple[str, tuple[Row, ...]], ...]
    programs: tuple[Row, ...]
    versions: tuple[str, ...]


def matrix(catalogue: Catalogue) -> Matrix:
    """Gives the table of all recorded runs of snippets as they are now."""
    columns = tuple(product(DIALECTS, LINES))
    families = tuple(
        (meaning, rows)
        for family, meaning in FAMILIES.items()
        if (rows := tuple(_row(c, columns) for c in catalogue.causes.values() if c.matter.family == family))
    )
    programs = tuple(_program(program, columns, catalogue) for program in catalogue.programs.values())
    return Matrix(columns, families, programs, _versions(catalogue))


def _row(cause: Cause, columns: tuple[tuple[str, str], ...]) -> Row:
    return Row(cause.slug, cause.matter.title, reverse("cause", args=[cause.slug]), _cells(cause, columns))


def _program(program: Program, columns: tuple[tuple[str, str], ...], catalogue: Catalogue) -> Row:
    name = f"{program.slug}.py"
    return Row(program.slug, f"`{name}`", shown_at(name, catalogue), _cells(program, columns))


def _cells(item: Cause | Program, columns: tuple[tuple[str, str], ...]) -> tuple[Cell, ...]:
    return tuple(_cell(item, driver, line) for driver, line in columns)


def _cell(item: Cause | Program, driver: str, line: str) -> Cell:
    names = names_on(item, line) if driver in item.runs_on else []
    if not names:
        return Cell("none", "not declared")
    runs = [item.matrix[name, line, driver] for name in names if (name, line, driver) in item.matrix]
    if len(runs) < len(names):
        return Cell("missing", f"{len(names) - len(runs)} of {len(names)} programs have not run as they are now")
    newest = max(run.ran_on for run in runs)
    count = f"{len(runs)} program{'' if len(runs) == 1 else 's'}"
    return Cell("ran", f"{count}, {newest.day} {newest:%B %Y}, SQLAlchemy {runs[0].versions['sqlalchemy']}")


def _versions(catalogue: Catalogue) -> tuple[str, ...]:
    """Every package with each version that some recorded run used."""
    items: list[Cause | Program] = [*catalogue.causes.values(), *catalogue.programs.values()]
    found = {
        f"{name} {version}" for item in items for run in item.matrix.values() for name, version in run.versions.items()
    }
    return tuple(sorted(found))
