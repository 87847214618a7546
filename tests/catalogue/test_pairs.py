"""Every pair of the content holds: broken breaks as its page says, fixed works, none passes for the other."""

import os
from collections import Counter
from importlib.metadata import version
from pathlib import Path

import pytest

from troubleshooter.catalogue.drivers import DIALECTS, absent
from troubleshooter.catalogue.loading import survey
from troubleshooter.catalogue.schema import LINES
from troubleshooter.catalogue.verification import complaints, names_on, run_on
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
        if (name, line, driver) not in cause.matrix
    ]
    assert missing == []


def test_no_record_shows_a_path_of_the_machine_that_made_it():
    texts = [run.output + run.errors for cause in CATALOGUE.causes.values() for run in cause.matrix.values()]
    assert str(ROOT) not in "".join(texts)
    assert str(Path.home()) not in "".join(texts)


def test_no_two_causes_have_the_same_broken_program():
    counted = Counter(
        cause.snippets["broken.py"].text for cause in CATALOGUE.causes.values() if "broken.py" in cause.snippets
    )
    assert [text for text, count in counted.items() if count > 1] == []
