"""Verifying runs every snippet where it applies, and records only pairs that are as they should be."""

import json
import sys
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import gettempdir

import pytest
from django.core.management import CommandError, call_command

from troubleshooter.catalogue import environments
from troubleshooter.catalogue.environments import Environment, describe
from troubleshooter.catalogue.loading import load
from troubleshooter.catalogue.schema import Counts
from troubleshooter.catalogue.verification import names_on, portable, verify
from troubleshooter.management.commands import verify as command

ONE_AUTHOR = """\
import asyncio

from schema import NAME, Author, world
from sqlalchemy import select


async def main() -> None:
    async with world() as engine, engine.connect() as connection:
        (await connection.execute(select(Author.id))).one()


asyncio.run(main())
print(NAME)
"""


@pytest.fixture(scope="module")
def here():
    return describe(sys.executable)


def test_an_environment_says_what_is_in_it(here):
    assert {"sqlalchemy", "aiosqlite", "greenlet", "python"} <= set(here.versions)
    assert here.versions["python"] == ".".join(map(str, sys.version_info[:3]))


def test_every_snippet_of_every_cause_is_run(world, here):
    verdicts = list(verify(load(world.content, world.snippets).causes.values(), "2.1", here, {"aiosqlite"}))
    assert [(verdict.slug, verdict.complaints) for verdict in verdicts] == [
        ("left-fault", ()),
        ("plain-fault", ()),
    ]
    broken, fixed = verdicts[1].runs["broken.py"], verdicts[1].runs["fixed.py"]
    assert (broken.exit_status, broken.output) == (1, "")
    assert broken.errors.startswith('Traceback (most recent call last):\n  File "/srv/app/broken.py", line 3')
    assert broken.errors.endswith("ValueError: Ursula is plain\n")
    assert (fixed.exit_status, fixed.output, fixed.errors) == (0, "Ursula\n", "")
    assert set(fixed.versions) == {"sqlalchemy", "aiosqlite", "greenlet", "python"}
    assert fixed.versions.items() <= here.versions.items()
    assert fixed.ran_on <= date.today()


@pytest.mark.parametrize(
    ("spoiled", "source", "said"),
    [
        ("broken.py", "print('fine')\n", "broken.py raised nothing and warned of nothing"),
        ("fixed.py", "print(NAME)\n", "fixed.py ended with status 1: NameError: name 'NAME' is not defined"),
    ],
)
def test_a_pair_that_is_not_as_it_should_be_is_complained_of(world, here, spoiled, source, said):
    (world.snippets / "plain-fault" / spoiled).write_text(source)
    causes = load(world.content, world.snippets).causes.values()
    verdicts = {item.slug: item for item in verify(causes, "2.1", here, {"aiosqlite"})}
    assert verdicts["plain-fault"].complaints == (said,)
    assert verdicts["left-fault"].complaints == ()


@pytest.fixture
def measured(world):
    """The small content with one fix to be measured, in the small world of the snippets."""
    world.replace("content/causes/plain-fault.md", "proof =", "measured = true\nproof =")
    shared = Path(__file__).parents[2] / "snippets" / "schema.py"
    (world.snippets / "schema.py").write_text(f'{shared.read_text()}\nNAME = "Ursula"\n')
    return world


def test_what_is_to_be_measured_is_run_twice_and_only_its_run_has_counts(measured, here):
    causes = load(measured.content, measured.snippets).causes.values()
    verdicts = {item.slug: item for item in verify(causes, "2.1", here, {"aiosqlite"})}
    assert verdicts["plain-fault"].complaints == ()
    runs = [verdicts[slug].runs[name] for slug in verdicts for name in ("broken.py", "fixed.py")]
    assert [run.counts for run in runs] == [None, None, None, Counts(20, 0, 0, None, 0)]
    assert runs[3].output == "Ursula\n"


def test_a_fix_that_holds_for_one_author_only_is_complained_of(measured, here):
    (measured.snippets / "plain-fault" / "fixed.py").write_text(ONE_AUTHOR)
    causes = load(measured.content, measured.snippets).causes.values()
    verdicts = {item.slug: item for item in verify(causes, "2.1", here, {"aiosqlite"})}
    (said,) = verdicts["plain-fault"].complaints
    assert said.startswith("Measured, fixed.py ended with status 1: sqlalchemy.exc.MultipleResultsFound: ")


def test_a_fix_runs_only_on_lines_where_it_exists(world):
    world.replace("content/causes/plain-fault.md", "named =", 'applies_to = { sqlalchemy = ["2.1"] }\nnamed =')
    cause = load(world.content, world.snippets).causes["plain-fault"]
    assert names_on(cause, "2.0") == ["broken.py"]
    assert names_on(cause, "2.1") == ["broken.py", "fixed.py"]


def test_a_cause_runs_only_on_lines_where_it_can_happen(world):
    world.replace(
        "content/causes/plain-fault.md",
        "\n[[messages]]",
        '\n[applies_to]\nsqlalchemy = ["2.1"]\n[[messages]]',
    )
    cause = load(world.content, world.snippets).causes["plain-fault"]
    assert names_on(cause, "2.0") == []


def test_what_differs_between_machines_and_runs_is_rewritten(tmp_path):
    here = Environment("python", {}, "/home/me/var/sqlalchemy-2.0", "/opt/py/lib/python3.11")
    snippet = tmp_path / "snippets" / "fault" / "broken.py"
    printed = (
        f'File "{snippet}", line 1\nFile "{tmp_path}/snippets/schema.py", line 2\n'
        'File "/home/me/var/sqlalchemy-2.0/lib/python3.11/site-packages/sqlalchemy/x.py", line 3\n'
        'File "/opt/py/lib/python3.11/asyncio/runners.py", line 4\n'
        f'File "{gettempdir()}/snippet-a1b2c3d4/tmp4wg8d_n9/env.py", line 5\n'
        "<Author object at 0x7ff625b26cd0> [{'%(140695171122512 param)s': 1}] 20 1234567890\n"
    )
    assert portable(printed, snippet, here) == (
        'File "/srv/app/broken.py", line 1\nFile "/srv/app/schema.py", line 2\n'
        'File "/srv/app/.venv/lib/python3.11/site-packages/sqlalchemy/x.py", line 3\n'
        'File "/usr/local/lib/python3.11/asyncio/runners.py", line 4\n'
        'File "/srv/app/env.py", line 5\n'
        "<Author object at 0x7f0000000000> [{'%(139637976727552 param)s': 1}] 20 1234567890\n"
    )


@pytest.fixture
def installed(world, here, settings, monkeypatch):
    settings.CONTENT_DIR, settings.SNIPPETS_DIR = world.content, world.snippets
    monkeypatch.setattr(command, "make", lambda folder, line, requirements: here)
    return world


def call(*arguments):
    out = StringIO()
    call_command("verify", *arguments, stdout=out, stderr=out)
    return out.getvalue().splitlines()


def record_of(world):
    return json.loads((world.content / "verified.json").read_text())


def test_the_command_records_all_pairs_on_all_lines(installed):
    assert call() == [
        f"{slug} on {line}, aiosqlite: as it should be (broken.py, fixed.py)"
        for line in ("2.0", "2.1")
        for slug in ("left-fault", "plain-fault")
    ]
    record = record_of(installed)
    assert list(record) == ["left-fault", "plain-fault"]
    assert list(record["plain-fault"]["broken.py"]) == ["2.0", "2.1"]
    runs = load(installed.content, installed.snippets).causes["plain-fault"].runs
    assert sorted(runs) == [(name, line) for name in ("broken.py", "fixed.py") for line in ("2.0", "2.1")]


def test_running_again_changes_nothing(installed):
    call()
    before = (installed.content / "verified.json").read_text()
    call()
    assert (installed.content / "verified.json").read_text() == before


def test_one_slug_on_one_line_leaves_the_others(installed):
    call("left-fault")
    assert call("plain-fault", "--sqlalchemy", "2.1") == [
        "plain-fault on 2.1, aiosqlite: as it should be (broken.py, fixed.py)"
    ]
    record = record_of(installed)
    assert list(record["plain-fault"]["fixed.py"]) == ["2.1"]
    assert list(record["left-fault"]["fixed.py"]) == ["2.0", "2.1"]


def test_a_bad_pair_fails_the_command_and_keeps_its_former_record(installed):
    call()
    before = record_of(installed)
    (installed.snippets / "plain-fault" / "broken.py").write_text("print('fine')\n")
    with pytest.raises(CommandError, match="Pairs and programs not as they should be: 2"):
        call()
    assert record_of(installed) == before


def test_runs_of_snippets_that_are_gone_leave_the_record(installed):
    (installed.snippets / "plain-fault" / "fixed_well.py").write_text("print(1)\n")
    call()
    assert "fixed_well.py" in record_of(installed)["plain-fault"]
    (installed.snippets / "plain-fault" / "fixed_well.py").unlink()
    call("left-fault")
    assert list(record_of(installed)["plain-fault"]) == ["broken.py", "fixed.py"]


def test_it_can_be_run_while_the_content_is_wrong(installed):
    installed.replace("content/causes/left-fault.md", "family =", "famly =")
    said = call("plain-fault", "--sqlalchemy", "2.0")
    assert said == [
        "The content has 2 problems; manage.py check lists them.",
        "plain-fault on 2.0, aiosqlite: as it should be (broken.py, fixed.py)",
    ]


def test_an_unknown_slug_is_refused(installed):
    with pytest.raises(CommandError, match="There is no root cause or program lost-fault"):
        call("lost-fault")


@pytest.mark.parametrize(
    ("uv", "expected"),
    [
        (["uv"], [["uv", "venv"], ["uv", "pip", "install"]]),
        ([], [[sys.executable, "-m", "venv"], ["{python}", "-m", "pip", "install"]]),
    ],
)
def test_an_environment_is_made_with_uv_or_with_what_python_has(tmp_path, monkeypatch, uv, expected):
    called = []
    monkeypatch.setattr(environments, "_uv", lambda: uv)
    monkeypatch.setattr(environments.subprocess, "run", lambda command, **_: called.append(command))
    monkeypatch.setattr(environments, "describe", lambda python: python)
    python = environments.make(tmp_path, "2.0", tmp_path / "requirements.txt")
    assert [command[: len(start)] for command, start in zip(called, expected, strict=True)] == [
        [part.format(python=python) for part in start] for start in expected
    ]
    assert called[1][-3:] == ["-r", str(tmp_path / "requirements.txt"), "sqlalchemy[asyncio]~=2.0.0"]


@pytest.fixture
def with_documents(documented, installed):
    return installed


def test_programs_are_recorded_below_their_folder_on_the_lines_they_declare(with_documents):
    assert call("guide", "truth/one_name") == [
        "guide/print_name on 2.0, aiosqlite: as it should be (print_name.py)",
        "guide/print_name on 2.1, aiosqlite: as it should be (print_name.py)",
        "truth/one_name on 2.1, aiosqlite: as it should be (one_name.py)",
    ]
    record = record_of(with_documents)
    assert list(record) == ["guide", "truth"]
    assert list(record["guide"]["print_name.py"]) == ["2.0", "2.1"]
    assert list(record["truth"]["one_name.py"]) == ["2.1"]
    catalogue = load(with_documents.content, with_documents.snippets)
    assert catalogue.programs["guide/print_name"].runs["print_name.py", "2.1"].output == "Ursula\n"


def test_pairs_keep_their_record_when_programs_run_and_the_other_way_round(with_documents):
    call()
    before = record_of(with_documents)
    assert list(before) == ["guide", "left-fault", "plain-fault", "truth"]
    call("truth")
    call("left-fault")
    assert record_of(with_documents) == before


def test_a_claim_whose_proof_fails_is_told(with_documents):
    with_documents.replace("snippets/truth/one_name.py", "== 'Ursula'", "== 'Octavia'")
    with pytest.raises(CommandError, match="Pairs and programs not as they should be: 1"):
        call("truth")


def test_a_broken_program_must_break(with_documents):
    (with_documents.snippets / "guide" / "broken_name.py").write_text("print('fine')\n")
    with pytest.raises(CommandError, match="Pairs and programs not as they should be: 2"):
        call("guide")
