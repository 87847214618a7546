"""Every pair of the content holds: broken breaks as its page says, fixed works, none passes for the other."""

from collections import Counter
from importlib.metadata import version
from pathlib import Path

import pytest

from troubleshooter.catalogue.loading import survey
from troubleshooter.catalogue.running import run
from troubleshooter.catalogue.schema import LINES
from troubleshooter.catalogue.verification import complaints, names_on
from troubleshooter.diagnosis.diagnosing import diagnose

ROOT = Path(__file__).parents[2]
CATALOGUE, PROBLEMS = survey(ROOT / "content", ROOT / "snippets")
LINE = ".".join(version("sqlalchemy").split(".")[:2])
HERE = {slug: names for slug, cause in CATALOGUE.causes.items() if (names := names_on(cause, LINE))}
RECORDED = [
    (cause.slug, line)
    for cause in CATALOGUE.causes.values()
    for name, line in cause.runs
    if name == "broken.py"
]


def told(errors):
    """The node that a snippet's own standard error leads to."""
    return diagnose(errors, CATALOGUE.tree)[1].node


def test_the_content_has_no_problem():
    assert PROBLEMS == []


@pytest.mark.parametrize("slug", HERE)
def test_a_pair_holds_and_swapping_it_is_noticed(slug):
    snippets = CATALOGUE.causes[slug].snippets
    results = {name: run(snippets[name].path) for name in HERE[slug]}
    assert complaints(results) == ()
    if "broken.py" in results:
        assert told(results["broken.py"].errors) == slug
    if {"broken.py", "fixed.py"} <= results.keys():
        swapped = {"broken.py": results["fixed.py"], "fixed.py": results["broken.py"]}
        assert len(complaints(swapped)) == 2


@pytest.mark.parametrize(("slug", "line"), RECORDED)
def test_what_broken_printed_on_each_line_leads_to_its_own_page(slug, line):
    assert told(CATALOGUE.causes[slug].runs["broken.py", line].errors) == slug


def test_every_snippet_as_it_is_has_run_on_every_line_where_it_applies():
    missing = [
        f"manage.py verify {cause.slug} --sqlalchemy {line}  # {name}"
        for cause in CATALOGUE.causes.values()
        for line in LINES
        for name in names_on(cause, line)
        if (name, line) not in cause.runs
    ]
    assert missing == []


def test_no_record_shows_a_path_of_the_machine_that_made_it():
    texts = [run.output + run.errors for cause in CATALOGUE.causes.values() for run in cause.runs.values()]
    assert str(ROOT) not in "".join(texts)
    assert str(Path.home()) not in "".join(texts)


def test_no_two_causes_have_the_same_broken_program():
    counted = Counter(
        cause.snippets["broken.py"].text
        for cause in CATALOGUE.causes.values()
        if "broken.py" in cause.snippets
    )
    assert [text for text, count in counted.items() if count > 1] == []
