"""Every pair of the content holds: broken breaks as its page says, fixed works, none passes for the other."""

import os
import re
from collections import Counter
from importlib.metadata import version
from pathlib import Path

import pytest
from msgspec.structs import replace

from troubleshooter.catalogue.drivers import DIALECTS, absent
from troubleshooter.catalogue.loading import survey
from troubleshooter.catalogue.schema import LINES
from troubleshooter.catalogue.verification import AUTHORS, complaints, names_on, run_on
from troubleshooter.diagnosis.diagnosing import diagnose

ROOT = Path(__file__).parents[2]
CATALOGUE, PROBLEMS = survey(ROOT / "content", ROOT / "snippets")
LINE = ".".join(version("sqlalchemy").split(".")[:2])
PAIRS = [
    (slug, driver)
    for slug, cause in CATALOGUE.causes.items()
    if names_on(cause, LINE)
    for driver in cause.matter.runs_on
]
RECORDED = [
    (cause.slug, line, driver)
    for cause in CATALOGUE.causes.values()
    for name, line, driver in cause.matrix
    if name == "broken.py"
]
MEASURED = [slug for slug, cause in CATALOGUE.causes.items() if cause.measured]
NUMBERED = re.compile(r"\b(no|one|two|three|\d+)( more| further)? (SQL|SELECTs?|statements?)\b", re.IGNORECASE)


def told(errors):
    """The node that a snippet's own standard error leads to."""
    return diagnose(errors, CATALOGUE.tree)[1].node


def test_the_content_has_no_problem():
    assert PROBLEMS == []


def test_no_further_cause_goes_without_a_pair():
    assert [slug for slug, cause in CATALOGUE.causes.items() if cause.matter.unproven] == ["psycopg-windows-event-loop"]


@pytest.mark.parametrize(("slug", "driver"), PAIRS)
def test_a_pair_holds_and_swapping_it_is_noticed(slug, driver):
    if reason := absent(driver):
        pytest.skip(f"{driver} cannot be used here: {reason}")
    cause = CATALOGUE.causes[slug]
    results = {name: run_on(cause, name, driver) for name in names_on(cause, LINE)}
    assert complaints(results) == ()
    if "broken.py" in results:
        assert told(results["broken.py"].errors) == slug
    if {"broken.py", "fixed.py"} <= results.keys():
        swapped = {"broken.py": results["fixed.py"], "fixed.py": results["broken.py"]}
        assert len(complaints(swapped)) == 2


@pytest.mark.skipif("CI" not in os.environ, reason="only where all servers must be there")
@pytest.mark.parametrize("driver", DIALECTS)
def test_no_driver_is_absent_where_all_must_be_there(driver):
    assert absent(driver) == ""


@pytest.mark.parametrize(("slug", "line", "driver"), RECORDED)
def test_what_broken_printed_on_each_line_leads_to_its_own_page(slug, line, driver):
    assert told(CATALOGUE.causes[slug].matrix["broken.py", line, driver].errors) == slug


def test_every_snippet_as_it_is_has_run_on_every_line_where_it_applies():
    missing = [
        f"manage.py verify {cause.slug} --sqlalchemy {line}  # {name}, {driver}"
        for cause in CATALOGUE.causes.values()
        for line in LINES
        for name in names_on(cause, line)
        for driver in cause.matter.runs_on
        if (run := cause.matrix.get((name, line, driver))) is None or (name in cause.measured and not run.counts)
    ]
    assert missing == []


@pytest.mark.parametrize("slug", MEASURED)
def test_what_is_counted_now_is_what_the_record_says(slug):
    cause = CATALOGUE.causes[slug]
    driver = cause.matter.runs_on[0]
    if reason := absent(driver):
        pytest.skip(f"{driver} cannot be used here: {reason}")
    for name in cause.measured:
        now, then = run_on(cause, name, driver, authors=AUTHORS).counts, cause.runs[name, LINE].counts
        # A later release of a driver may ask more often, so round trips are left out.
        assert replace(now, round_trips=None) == replace(then, round_trips=None), name


@pytest.mark.parametrize("slug", MEASURED)
def test_fixes_that_compete_have_all_done_something(slug):
    cause = CATALOGUE.causes[slug]
    counted = [run.counts for (name, *_), run in cause.matrix.items() if name in cause.measured]
    assert len(cause.measured) > 1
    assert all(counts.statements and counts.rows and counts.connections for counts in counted)


SAID = {
    "No SQL": 1,
    "No further SELECT": 1,
    "One more SELECT for each": 2,
    "One SELECT for each object": 1 + AUTHORS,
    "One SELECT of that column for each object": 1 + AUTHORS,
    "Two SELECTs for each object": 1 + 2 * AUTHORS,
}
"""What the costs of a fix may say of its statements in words, and what that is with so many authors."""


@pytest.mark.parametrize("slug", MEASURED)
def test_what_a_fix_is_said_to_cost_is_what_was_counted(slug):
    cause = CATALOGUE.causes[slug]
    for fix in (fix for fix in cause.matter.fixes if fix.measured):
        if NUMBERED.search(fix.costs):
            known = [phrase for phrase in SAID if fix.costs.startswith(phrase)]
            assert known, f"{fix.title}: say it as one of {list(SAID)}, or leave it to the numbers"
            runs = [run for (name, *_), run in cause.matrix.items() if name == fix.proof]
            assert {run.counts.statements for run in runs} == {SAID[known[0]]}, fix.title


def test_no_record_shows_a_path_of_the_machine_that_made_it():
    texts = [run.output + run.errors for cause in CATALOGUE.causes.values() for run in cause.matrix.values()]
    assert str(ROOT) not in "".join(texts)
    assert str(Path.home()) not in "".join(texts)


def test_no_two_causes_have_the_same_broken_program():
    counted = Counter(
        cause.snippets["broken.py"].text for cause in CATALOGUE.causes.values() if "broken.py" in cause.snippets
    )
    assert [text for text, count in counted.items() if count > 1] == []
