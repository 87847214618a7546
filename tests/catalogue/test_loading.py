"""What a content that is right becomes, and how all that is wrong with another is said."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from troubleshooter.catalogue import checks, loading, record
from troubleshooter.catalogue.loading import load
from troubleshooter.catalogue.problems import ContentError
from troubleshooter.catalogue.schema import HEADINGS, Run


def test_causes_and_questions_come_in_reading_order(world):
    catalogue = load(world.content, world.snippets)
    assert list(catalogue.causes) == ["left-fault", "plain-fault"]
    assert list(catalogue.questions) == ["which-side"]
    assert catalogue.questions["which-side"].html == "<p>The paste was cut.</p>"


def test_a_cause_has_its_sections_as_html(world):
    cause = load(world.content, world.snippets).causes["plain-fault"]
    assert tuple(cause.sections) == HEADINGS
    assert cause.sections["What happened"] == "<p>It raised.</p>"
    assert '<a href="/causes/left-fault/">the other one</a>' in cause.sections["Prevent it"]


def test_a_cause_has_its_snippets(world):
    cause = load(world.content, world.snippets).causes["plain-fault"]
    assert sorted(cause.snippets) == ["broken.py", "fixed.py"]
    assert cause.snippets["fixed.py"].text.endswith("print(NAME)\n")


def test_nothing_can_be_changed(world):
    catalogue = load(world.content, world.snippets)
    with pytest.raises(TypeError):
        catalogue.causes["plain-fault"] = None
    with pytest.raises(FrozenInstanceError):
        catalogue.causes["plain-fault"].slug = "other"


def test_all_problems_are_told_at_once(world):
    world.replace("content/causes/plain-fault.md", "family =", "famly =")
    world.replace("content/causes/left-fault.md", "## Confirm it", "## Confirm")
    world.replace("content/tree.toml", 'text = "left"', 'txet = "left"')
    with pytest.raises(ContentError) as caught:
        load(world.content, world.snippets)
    assert {problem.id for problem in caught.value.problems} == {"E006", "E007", "E015", "E016", "E030"}
    assert "content/causes/plain-fault.md:3: The key `famly` is unknown" in str(caught.value)


def recorded(world):
    cause = load(world.content, world.snippets).causes["plain-fault"]
    run = Run(cause.snippets["broken.py"].digest, 1, "", "ValueError", date(2026, 1, 2), {"sqlalchemy": "2.0.1"})
    record.save(world.content, {"plain-fault": {"broken.py": {"2.0": {"aiosqlite": run}}}})
    return run


def test_a_recorded_run_is_read_back(world):
    run = recorded(world)
    assert load(world.content, world.snippets).causes["plain-fault"].runs == {("broken.py", "2.0"): run}


@pytest.mark.parametrize("path", ["snippets/plain-fault/broken.py", "snippets/schema.py"])
def test_a_run_counts_only_while_snippet_and_schema_are_as_they_were(world, path):
    recorded(world)
    world.replace(path, "\n", "\n# changed\n")
    assert load(world.content, world.snippets).causes["plain-fault"].runs == {}


@pytest.fixture
def installed(world, settings):
    settings.CONTENT_DIR, settings.SNIPPETS_DIR = world.content, world.snippets
    loading.catalogue.cache_clear()
    yield world
    loading.catalogue.cache_clear()


def test_the_catalogue_is_read_from_the_settings_and_once(installed):
    assert "plain-fault" in loading.catalogue().causes
    assert loading.catalogue() is loading.catalogue()


def test_a_right_content_has_no_system_check_message(installed):
    assert checks.check_content() == []


def test_each_problem_is_a_system_check_error_with_place_and_hint(installed):
    installed.replace("content/causes/plain-fault.md", 'family = "pool"', 'family = "puddle"')
    (error,) = checks.check_content()
    assert error.is_serious()
    place = "content/causes/plain-fault.md:3: (troubleshooter.E010)"
    assert str(error).startswith(f"{place} The family puddle is unknown\n\tHINT: Known are: greenlet,")
