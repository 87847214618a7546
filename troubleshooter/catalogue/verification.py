"""Runs pairs and programs on one SQLAlchemy line, on every driver, and gives the runs to record."""

import os
import re
import sys
import tempfile
from collections.abc import Container, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from troubleshooter.catalogue.drivers import scratch
from troubleshooter.catalogue.environments import Environment
from troubleshooter.catalogue.running import SCRATCH, Result, complaint, is_snippet, run
from troubleshooter.catalogue.schema import LINES, Cause, Counts, Fix, Run
from troubleshooter.catalogue.schema_documents import Program

APP = "/srv/app"
AUTHORS = 20
"""So many authors, with two books each, are in the world of a run that is measured."""
ADDRESS = 0x7F0000000000
ADDRESSES = re.compile(r"\b0x[0-9a-f]{8,16}\b")
IDENTITIES = re.compile(r"\b1[34]\d{13}\b")
"""Addresses in decimal, as id() and thread identities print them."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one pair or program did on one line and driver: what is wrong with it, and its runs by file name."""

    slug: str
    line: str
    driver: str
    complaints: tuple[str, ...]
    runs: Mapping[str, Run]


def verify(
    items: Iterable[Cause | Program], line: str, environment: Environment, drivers: Container[str]
) -> Iterator[Verdict]:
    """Runs all snippets that exist on the line, on each of their drivers, in parallel."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        waiting = [
            (
                item,
                driver,
                {name: pool.submit(run_on, item, name, driver, environment.python) for name in names},
                {
                    name: pool.submit(run_on, item, name, driver, environment.python, AUTHORS)
                    for name in names
                    if name in item.measured
                },
            )
            for item in items
            if (names := names_on(item, line))
            for driver in item.runs_on
            if driver in drivers
        ]
        for item, driver, running, counting in waiting:
            results = {name: future.result() for name, future in running.items()}
            measured = {name: future.result() for name, future in counting.items()}
            said = (*complaints(results), *(f"Measured, {one}" for one in complaints(measured)))
            counts = {name: result.counts for name, result in measured.items()}
            yield Verdict(item.slug, line, driver, said, _runs(item, results, counts, environment, driver))


def run_on(item: Cause | Program, name: str, driver: str, python: str = sys.executable, authors: int = 0) -> Result:
    """Runs one snippet on an empty database of its own; counts what it asks of it when `authors` are given."""
    with scratch(driver) as url:
        return run(item.snippets[name].path, python, url=url, authors=authors)


def names_on(item: Cause | Program, line: str) -> list[str]:
    """The files to run on a line: none where a cause cannot happen, no fix that exists on another one only."""
    if isinstance(item, Program):
        return list(item.snippets) if line in item.matter.sqlalchemy else []
    elsewhere = {fix.proof for fix in item.matter.fixes if line not in fix.applies_to.sqlalchemy and _bound_to(fix)}
    happens = item.matter.applies_to.sqlalchemy
    return [] if happens and line not in happens else sorted(filter(is_snippet, item.snippets.keys() - elsewhere))


def _bound_to(fix: Fix) -> set[str]:
    """The lines a fix is bound to among those that are run; one that is for 1.4 only is run on all."""
    return set(LINES).intersection(fix.applies_to.sqlalchemy)


def complaints(results: Mapping[str, Result]) -> tuple[str, ...]:
    """What is wrong with the runs of one pair, by what their file names promise."""
    return tuple(said for name, result in results.items() if (said := complaint(name, result)))


def _runs(
    item: Cause | Program,
    results: Mapping[str, Result],
    counts: Mapping[str, Counts | None],
    environment: Environment,
    driver: str,
) -> dict[str, Run]:
    today = date.today()
    package = "asyncpg" if driver == "pgbouncer" else driver
    shown = {name: environment.versions[name] for name in ("sqlalchemy", package, "greenlet", "python")}
    return {
        name: Run(
            item.snippets[name].digest,
            result.exit_status,
            portable(result.output, item.snippets[name].path.resolve(), environment),
            portable(result.errors, item.snippets[name].path.resolve(), environment),
            today,
            shown,
            counts.get(name),
        )
        for name, result in results.items()
    }


def portable(text: str, snippet: Path, environment: Environment) -> str:
    """What a snippet printed, without what differs from machine to machine and from run to run."""
    python = re.search(r"python3\.\d+", environment.stdlib)
    for own, written in (
        (environment.prefix, f"{APP}/.venv"),
        (environment.stdlib, f"/usr/local/lib/{python[0]}" if python else "/usr/local/lib"),
        (str(snippet.parent), APP),
        (str(snippet.parent.parent), APP),
    ):
        text = text.replace(own, written)
    scratch = rf"{re.escape(tempfile.gettempdir())}/{SCRATCH}\w+(?:/tmp\w{{8}}\b)?"
    return IDENTITIES.sub(str(ADDRESS), ADDRESSES.sub(hex(ADDRESS), re.sub(scratch, APP, text)))
