"""Every recorded traceback gets its folder's answer, and every branch has one that takes it."""

from pathlib import Path

import pytest

from tests.pastes import CORPUS, PASTES, paste_id, read
from troubleshooter.catalogue.loading import catalogue
from troubleshooter.diagnosis.diagnosing import diagnose


@pytest.mark.parametrize("path", PASTES, ids=paste_id)
def test_the_folder_is_the_answer(path: Path) -> None:
    _, diagnosis = diagnose(read(path), catalogue().tree)
    assert (diagnosis.node or "none") == path.parent.name


def test_every_folder_of_pastes_is_an_answer() -> None:
    known = {*catalogue().causes, *catalogue().questions, "none"}
    assert {path.parent.name for path in PASTES} <= known


def test_every_answer_has_a_paste() -> None:
    recorded = {path.parent.name for path in PASTES}
    assert {*catalogue().causes, *catalogue().questions} - recorded == set()


def test_every_branch_has_a_witness() -> None:
    taken = {
        (step.node, step.answer)
        for path in (*PASTES, *CORPUS)
        for step in diagnose(read(path), catalogue().tree)[1].steps
    }
    branches = [branch for found in catalogue().tree.branches.values() for branch in found if branch.conditions]
    assert [f"[[{b.node}]] {b.answer}" for b in branches if (b.node, b.answer) not in taken] == []
