"""The pages show the counts of the record: a table below the fixes and a line at each."""

import dataclasses
import re
from datetime import date

import pytest

from troubleshooter.catalogue.loading import catalogue
from troubleshooter.catalogue.measuring import measurement, said
from troubleshooter.catalogue.schema import Counts, Run
from troubleshooter.diagnosis.model import Environment
from troubleshooter.portal import views

LAZY = "lazy-load-relationship"
ROUND_TRIPS = {"aiosqlite": None, "asyncpg": 6, "psycopg": 5}


def run(driver, line, statements):
    versions = {"sqlalchemy": f"{line}.9", driver: "1.0"}
    counts = Counts(20, statements, 60, ROUND_TRIPS[driver], 1)
    return Run("x", 0, "", "", date(2026, 11, 5), versions, counts)


@pytest.fixture
def cause():
    """A cause whose fixes sent 2, 3, 4 ... statements in the order of the page, one more on 2.0."""
    real = catalogue().causes[LAZY]
    matrix = {
        (proof, line, driver): run(driver, line, number + (line == "2.0"))
        for number, proof in enumerate(real.measured, 2)
        for line in ("2.0", "2.1")
        for driver in ROUND_TRIPS
    }
    return dataclasses.replace(real, matrix=matrix)


@pytest.fixture
def shown(cause, monkeypatch):
    known = catalogue()
    changed = dataclasses.replace(known, causes={**known.causes, LAZY: cause})
    monkeypatch.setattr(views, "catalogue", lambda: changed)


@pytest.mark.parametrize(
    ("environment", "driver", "sqlalchemy"),
    [
        (None, "asyncpg", "2.1.9"),
        (Environment(), "asyncpg", "2.1.9"),
        (Environment(driver="psycopg"), "psycopg", "2.1.9"),
        (Environment(driver="aiosqlite", sqlalchemy="2.0"), "aiosqlite", "2.0.9"),
        (Environment(driver="pg8000", sqlalchemy="1.4"), "asyncpg", "2.1.9"),
    ],
)
def test_the_counts_are_of_the_paste_s_line_and_driver_where_they_were_taken(cause, environment, driver, sqlalchemy):
    found = measurement(cause, environment)
    assert (found.driver, found.sqlalchemy, found.authors) == (driver, sqlalchemy, 20)
    assert [counts.round_trips for counts in found.counts.values()] == [ROUND_TRIPS[driver]] * len(cause.measured)


def test_no_counts_no_measurement(cause):
    assert measurement(dataclasses.replace(cause, matrix={})) is None


def test_counts_are_said_in_words():
    assert said(Counts(20, 1, 20, 4, 1)) == "1 statement, 20 rows, 4 round trips, 1 connection"
    assert said(Counts(20, 2, 1, None, 21)) == "2 statements, 1 row, 21 connections"


def test_the_page_has_a_table_of_the_record_below_the_fixes(client, page, cause, shown):
    answer = client.get(f"/causes/{LAZY}/")
    html, found = answer.content.decode(), page(answer)
    assert "20 authors with two books each, on asyncpg and SQLAlchemy 2.1.9, 5 November 2026" in found.text
    table = re.search(r'<table class="counts">.*</table>', html, re.DOTALL)[0]
    assert [re.findall(r"<td>(\w+)</td>", row) for row in re.findall(r"<tr>.*?</tr>", table)][1:] == [
        [str(number), "60", "6", "1"] for number, _ in enumerate(cause.measured, 2)
    ]
    assert table.count('scope="row"') == len(cause.measured)
    assert html.index('id="ways"') < html.index('id="measured"') < html.index('id="confirm"')
    assert "#measured" in found.links()


def test_a_fix_says_its_counts_and_what_they_are_of(client, page, shown):
    text = page(client.get(f"/causes/{LAZY}/")).text
    assert "Measured2 statements, 60 rows, 6 round trips, 1 connection 20 authors, asyncpg, SQLAlchemy 2.1.9" in text


def test_the_diagnosis_says_them_of_the_driver_in_the_paste(client, page, paste, shown):
    answer = page(client.post("/diagnose/", {"paste": paste(LAZY, "sa21").replace("asyncpg", "psycopg")}))
    assert "2 statements, 60 rows" in answer.text
    assert f"/causes/{LAZY}/#measured" in answer.links()


def test_without_a_server_there_is_no_column_of_round_trips(client, page, cause, shown, monkeypatch):
    cause.matrix.clear()
    cause.matrix["fixed.py", "2.1", "aiosqlite"] = run("aiosqlite", "2.1", 2)
    text = page(client.get(f"/causes/{LAZY}/")).text
    assert "Measured2 statements, 60 rows, 1 connection" in text
    assert "ound trips" not in text


def test_a_cause_that_is_not_measured_shows_nothing_of_it(client, page):
    answer = page(client.get("/causes/missing-await/"))
    assert not answer.all("table", class_="counts")
    assert "measured" not in answer.ids
