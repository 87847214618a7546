"""The answer stands on the lines it cites: without them it changes, without any other library frame it does not."""

import pytest

from tests.pastes import PASTES, paste_id, read
from troubleshooter.catalogue.loading import catalogue
from troubleshooter.diagnosis.diagnosing import diagnose

ROUNDS = 12
"""The same fact may stand in a paste several times: a message is repeated, a chain prints it in two blocks."""
ANSWERED = [path for path in PASTES if path.parent.name != "none"]


def without(text, numbers):
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line for number, line in enumerate(lines, 1) if number not in numbers)


@pytest.mark.parametrize("path", ANSWERED, ids=paste_id)
def test_without_the_cited_lines_the_answer_changes(path):
    text = read(path)
    before = diagnose(text, catalogue().tree)[1].node
    for _ in range(ROUNDS):
        diagnosis = diagnose(text, catalogue().tree)[1]
        if diagnosis.node != before:
            return
        text = without(text, {item.line for item in diagnosis.evidence})
    pytest.fail(f"still {before} after its evidence was removed {ROUNDS} times")


@pytest.mark.parametrize("path", ANSWERED, ids=paste_id)
def test_no_other_library_frame_matters(path):
    text = read(path)
    traceback, diagnosis = diagnose(text, catalogue().tree)
    lines = traceback.paste.lines
    cited = {item.line for item in diagnosis.evidence}
    changed = []
    for chain in traceback.chains:
        for raised in chain.raised:
            for frame in raised.frames:
                number = lines[frame.row].number
                if frame.in_app or number in cited or not lines[frame.row].text.lstrip().startswith('File "'):
                    continue
                ends = [row for row in (raised.row, *(other.row for other in raised.frames)) if row > frame.row]
                end = min(ends, default=frame.row + 1)
                gone = {lines[row].number for row in range(frame.row, end)}
                after = diagnose(without(text, gone), catalogue().tree)[1]
                if (after.status, after.node) != (diagnosis.status, diagnosis.node):
                    changed.append(f"line {number}: {after.node}")
    assert changed == []
