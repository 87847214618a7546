"""The program that breaks beside the one that works, and when they last ran."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from troubleshooter.catalogue.rendering import highlight, marked_lines
from troubleshooter.catalogue.schema import Cause, Run
from troubleshooter.catalogue.schema_documents import Program as DocumentProgram

BROKEN = "broken.py"
FIXED = "fixed.py"
SPELLED = {"sqlalchemy": "SQLAlchemy", "python": "Python"}
FIRST = ("sqlalchemy", "aiosqlite", "python")


@dataclass(frozen=True, slots=True)
class Program:
    """One snippet as the page shows it."""

    file: str
    html: SafeString
    stamp: str


@dataclass(frozen=True, slots=True)
class Pair:
    """The broken and the fixed program."""

    broken: Program
    fixed: Program


def pair(cause: Cause, fixed: str = FIXED) -> Pair | None:
    """Gives the broken program beside one that fixes it, with the lines that differ marked in both."""
    before, after = cause.snippets.get(BROKEN), cause.snippets.get(fixed or FIXED)
    if before is None or after is None:
        return None
    wrong, right = marked_lines(before.text, after.text)
    return Pair(
        Program(BROKEN, _html(highlight(before.text, wrong)), stamp(cause, BROKEN)),
        Program(fixed or FIXED, _html(highlight(after.text, right)), stamp(cause, fixed or FIXED)),
    )


def stamp(item: Cause | DocumentProgram, file: str) -> str:
    """Says on what a snippet last ran, and when; '' when it has not run as it is now."""
    runs = runs_of(item, file)
    if not runs:
        return ""
    newest, *others = runs
    also = [run.versions["sqlalchemy"] for run in others if "sqlalchemy" in run.versions]
    tail = f"; also on {' and '.join(also)}" if also else ""
    return f"{_versions(newest.versions)}, {newest.ran_on.day} {newest.ran_on:%B %Y}{tail}"


def runs_of(item: Cause | DocumentProgram, file: str) -> list[Run]:
    """Gives the recorded runs of a snippet, newest SQLAlchemy line first."""
    runs = item.runs
    lines = sorted((line for name, line in runs if name == file), reverse=True)
    return [runs[file, line] for line in lines]


def recorded(cause: Cause) -> str:
    """Gives the traceback that the broken program printed when it last ran, '' when it has not run."""
    return next((run.errors for run in runs_of(cause, BROKEN) if run.errors), "")


def _versions(versions: Mapping[str, str]) -> str:
    names = [name for name in FIRST if name in versions]
    names += [name for name in sorted(versions) if name not in FIRST]
    return ", ".join(f"{SPELLED.get(name, name)} {versions[name]}" for name in names)


def _html(highlighted: str) -> SafeString:
    # Pygments escapes what it sets; the source is one of our own files.
    return mark_safe(highlighted)  # noqa: S308
