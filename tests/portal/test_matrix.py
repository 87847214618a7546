"""The page of all runs says what ran where, and nothing else."""

from datetime import date

import pytest
from django.test import Client

from troubleshooter.catalogue.loading import catalogue
from troubleshooter.catalogue.schema import Run
from troubleshooter.portal.matrix import matrix

SLUG = "lazy-load-relationship"


def cells(runs):
    known = catalogue()
    cause = known.causes[SLUG]
    shown = type(known)({SLUG: type(cause)(SLUG, cause.matter, {}, cause.snippets, runs)}, {}, known.tree, known.schema)
    found = matrix(shown)
    ((_, (row,)),) = found.families
    return {column: cell.state for column, cell in zip(found.columns, row.cells, strict=True)}, found.versions


def run(version):
    return Run("", 0, "", "", date(2026, 11, 2), {"sqlalchemy": version, "aiosqlite": "0.22.1"})


def test_a_driver_that_the_page_does_not_declare_is_empty():
    assert cells({})[0]["pgbouncer", "2.1"] == "none"


def test_a_pair_counts_only_when_all_its_programs_ran():
    names = [name for name in catalogue().causes[SLUG].snippets if name.startswith(("broken", "fixed"))]
    some = {(name, "2.1", "aiosqlite"): run("2.1.9") for name in names[1:]}
    assert cells(some)[0]["aiosqlite", "2.1"] == "missing"
    states, versions = cells(some | {(names[0], "2.1", "aiosqlite"): run("2.1.9")})
    assert states["aiosqlite", "2.1"] == "ran"
    assert states["aiosqlite", "2.0"] == "missing"
    assert versions == ("aiosqlite 0.22.1", "sqlalchemy 2.1.9")


@pytest.mark.parametrize("words", [SLUG, "asyncpg", "ran as it should"])
def test_the_page_shows_causes_and_drivers(client: Client, words):
    assert words in client.get("/verified/").content.decode()
