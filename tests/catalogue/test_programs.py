"""Every program of the guide, the FAQ and the ledger holds, so every claim does."""

from importlib.metadata import version
from pathlib import Path

import pytest

from troubleshooter.catalogue.drivers import absent
from troubleshooter.catalogue.loading import survey
from troubleshooter.catalogue.verification import complaints, names_on, run_on

ROOT = Path(__file__).parents[2]
CATALOGUE, PROBLEMS = survey(ROOT / "content", ROOT / "snippets")
LINE = ".".join(version("sqlalchemy").split(".")[:2])
PROGRAMS = [
    (slug, driver)
    for slug, program in CATALOGUE.programs.items()
    if names_on(program, LINE)
    for driver in program.runs_on
]


@pytest.mark.parametrize(("slug", "driver"), PROGRAMS)
def test_a_program_holds(slug, driver):
    if reason := absent(driver):
        pytest.skip(f"{driver} cannot be used here: {reason}")
    program = CATALOGUE.programs[slug]
    assert complaints({program.file: run_on(program, program.file, driver)}) == ()


def test_every_program_as_it_is_has_run_on_every_line_and_driver_that_it_declares():
    missing = [
        f"manage.py verify {slug} --sqlalchemy {line}  # {driver}"
        for slug, program in CATALOGUE.programs.items()
        for line in program.matter.sqlalchemy
        for driver in program.runs_on
        if (program.file, line, driver) not in program.matrix
    ]
    assert missing == []


def test_every_claim_has_a_proof_that_the_tests_run():
    run = {f"{slug}.py" for slug in CATALOGUE.programs}
    run |= {f"{slug}/{name}" for slug, cause in CATALOGUE.causes.items() for name in names_on(cause, LINE)}
    here = {claim.slug for claim in CATALOGUE.claims.values() if claim.proof in run}
    assert here == set(CATALOGUE.claims)


def test_no_record_shows_a_path_of_the_machine_that_made_it():
    texts = [run.output + run.errors for program in CATALOGUE.programs.values() for run in program.matrix.values()]
    assert str(ROOT) not in "".join(texts)
    assert str(Path.home()) not in "".join(texts)
