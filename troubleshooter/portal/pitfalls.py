"""The table of pitfalls: one row for each root cause, filtered and sorted by what the address asks for."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from troubleshooter.catalogue.drivers import DIALECTS
from troubleshooter.catalogue.schema import FAMILIES, Catalogue, Cause
from troubleshooter.portal.plain import Side, sides

FRAMEWORKS = (
    "FastAPI",
    "Starlette",
    "Litestar",
    "aiohttp",
    "Flask",
    "Celery",
    "Alembic",
    "pydantic",
    "SQLModel",
    "pytest",
    "Jupyter",
)
NAMED = re.compile(rf"\b({'|'.join(FRAMEWORKS)})\b", re.IGNORECASE)
OTHERS = "Looks similar"
"""The section of a page that is about other causes."""
SORTS: dict[str, tuple[str, Callable[[Cause], str]]] = {
    "family": ("family", lambda cause: cause.matter.family),
    "pitfall": ("pitfall", lambda cause: cause.matter.symptom),
    "impact": ("what is printed", lambda cause: cause.matter.says),
}
"""What the rows can be sorted by: how a box says it, and the key; by family they keep the reading order."""


@dataclass(frozen=True, slots=True)
class Pitfall:
    """One row."""

    cause: Cause
    frameworks: tuple[str, ...]
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One select box: its name, what it is called, its options (value and words) and the one that was chosen."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class Group:
    """Rows below one heading, '' where they are not grouped."""

    family: str
    meaning: str
    rows: tuple[Pitfall, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows and the boxes above them."""

    groups: tuple[Group, ...]
    choices: tuple[Choice, ...]

    @property
    def count(self) -> int:
        """The number of rows."""
        return sum(len(group.rows) for group in self.groups)


def table(catalogue: Catalogue, asked: Mapping[str, str]) -> Table:
    """Gives the rows that were asked for; what is asked for and not known is passed over."""
    every = pitfalls(catalogue.causes.values())
    choices = _choices(every, asked)
    wanted = {choice.name: choice.chosen for choice in choices}
    rows = [row for row in every if _fits(row, wanted)]
    if wanted["sort"] != "family":
        key = SORTS[wanted["sort"]][1]
        rows.sort(key=lambda row: key(row.cause).replace("`", "").lower())
        return Table((Group("", "", tuple(rows)),) if rows else (), choices)
    groups = (
        Group(family, meaning, tuple(row for row in rows if row.cause.matter.family == family))
        for family, meaning in FAMILIES.items()
    )
    return Table(tuple(group for group in groups if group.rows), choices)


def pitfalls(causes: Iterable[Cause]) -> tuple[Pitfall, ...]:
    """Gives the row of each cause."""
    return tuple(Pitfall(cause, frameworks(cause), sides(cause)) for cause in causes)


def frameworks(cause: Cause) -> tuple[str, ...]:
    """Names the frameworks that a cause's page speaks of, or that its pair imports."""
    matter = cause.matter
    texts = [matter.title, matter.summary, matter.symptom, matter.says, matter.fix, *matter.applies_to.frameworks]
    texts += [f"{message.text} {message.where}" for message in matter.messages]
    texts += [f"{fix.title} {fix.choose_when} {fix.costs} {fix.command}" for fix in matter.fixes]
    texts += [text for title, text in cause.texts.items() if title != OTHERS]
    texts += [source.text for source in cause.snippets.values()]
    found = {name.lower() for name in NAMED.findall("\n".join(texts))}
    return tuple(name for name in FRAMEWORKS if name.lower() in found)


def _choices(every: tuple[Pitfall, ...], asked: Mapping[str, str]) -> tuple[Choice, ...]:
    used = {name for row in every for name in row.frameworks}
    boxes = (
        ("family", "Family", [("", "all"), *((name, name) for name in FAMILIES)]),
        ("driver", "Driver", [("", "any"), *((name, name) for name in DIALECTS)]),
        ("framework", "Framework", [("", "any"), *((name, name) for name in FRAMEWORKS if name in used)]),
        ("sort", "Sorted by", [(name, label) for name, (label, _) in SORTS.items()]),
    )
    return tuple(
        Choice(name, label, tuple(options), _chosen(asked.get(name, ""), options)) for name, label, options in boxes
    )


def _chosen(value: str, options: list[tuple[str, str]]) -> str:
    return value if value in {option for option, _ in options} else options[0][0]


def _fits(row: Pitfall, wanted: Mapping[str, str]) -> bool:
    return (
        wanted["family"] in ("", row.cause.matter.family)
        and (not wanted["driver"] or wanted["driver"] in (row.cause.matter.applies_to.drivers or DIALECTS))
        and (not wanted["framework"] or wanted["framework"] in row.frameworks)
    )
