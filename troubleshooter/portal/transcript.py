"""The paste as the page shows it: own frames open, library runs folded, evidence marked, numbers kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from troubleshooter.catalogue.marking import Marked, expression_of, mark
from troubleshooter.diagnosis.model import Diagnosis, Frame, Traceback
from troubleshooter.portal.libraries import folded

Role = Literal["plain", "yours", "culprit", "evidence", "raised", "message"]
BEFORE_GAP, AFTER_GAP = 2, 3
SHORTEST_GAP = 12


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the paste; `number` is empty where it is that of the line before."""

    row: int
    number: int | str
    text: Marked
    role: Role


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines shown together: open, or folded under a summary; one without lines says what it leaves out."""

    summary: str
    rows: tuple[Row, ...]

    @property
    def folded(self) -> bool:
        return bool(self.summary)


def transcript(traceback: Traceback, diagnosis: Diagnosis) -> tuple[Stretch, ...]:
    """Gives the whole paste in stretches; long runs that belong to no traceback are only counted."""
    roles = _roles(traceback, diagnosis)
    library = _library_frames(traceback)
    hidden = _hidden(len(traceback.paste.lines), set(traceback.loose), roles)
    stretches: list[Stretch] = []

    def kind(row: int) -> str:
        if row in hidden:
            return "gap"
        return "fold" if row in library and row not in roles else "open"

    for name, run in groupby(range(len(traceback.paste.lines)), key=kind):
        rows = list(run)
        if name == "gap":
            stretches.append(Stretch(f"{len(rows):,} lines without a traceback", ()))
        elif name == "open":
            stretches.append(Stretch("", tuple(_rows(rows, traceback, diagnosis, roles))))
        else:
            frames = {library[row].row: library[row].file for row in rows}
            stretches.append(Stretch(folded(frames.values()), tuple(_rows(rows, traceback, diagnosis, roles))))
    return tuple(stretches)


def _roles(traceback: Traceback, diagnosis: Diagnosis) -> dict[int, Role]:
    roles: dict[int, Role] = {}
    for chain in traceback.chains:
        for raised in chain.raised:
            roles.update(dict.fromkeys(range(raised.row, raised.end), "message"))
            roles[raised.row] = "raised"
            for frame in raised.frames:
                if frame.in_app:
                    roles.update(dict.fromkeys(_rows_of(frame, traceback), "yours"))
    roles.update({item.row: "evidence" for item in diagnosis.evidence})
    if diagnosis.culprit:
        roles.update(dict.fromkeys(_rows_of(diagnosis.culprit, traceback), "culprit"))
    return roles


def _rows_of(frame: Frame, traceback: Traceback) -> list[int]:
    """The rows on which a frame's place and its source line are printed."""
    first = frame.code.strip().partition("\n")[0]
    lines = traceback.paste.lines
    for row in (frame.row + 1, frame.row + 2, *range(frame.row - 1, max(frame.row - 8, -1), -1)):
        if first and row < len(lines) and first in lines[row].text:
            return [frame.row, row]
    return [frame.row]


def _library_frames(traceback: Traceback) -> dict[int, Frame]:
    """The rows of library frames, each with its frame; one ends where the next or the message begins."""
    found: dict[int, Frame] = {}
    for chain in traceback.chains:
        for raised in chain.raised:
            ends = [*(_start(frame, traceback) for frame in raised.frames[1:]), raised.row]
            for frame, end in zip(raised.frames, ends, strict=False):
                if not frame.in_app:
                    found.update(dict.fromkeys(range(frame.row, end), frame))
    return found


def _start(frame: Frame, traceback: Traceback) -> int:
    """The first row of a frame: some shapes print its source above its place."""
    return min(_rows_of(frame, traceback)) if frame.in_app else frame.row


def _hidden(count: int, loose: set[int], roles: dict[int, Role]) -> set[int]:
    hidden: set[int] = set()
    for is_loose, run in groupby(range(count), key=lambda row: row in loose and row not in roles):
        rows = list(run)
        if not is_loose:
            continue
        before = 0 if rows[0] == 0 else BEFORE_GAP
        inner = rows[before : len(rows) - (0 if rows[-1] == count - 1 else AFTER_GAP)]
        if len(inner) >= SHORTEST_GAP:
            hidden.update(inner)
    return hidden


def _rows(rows: Sequence[int], traceback: Traceback, diagnosis: Diagnosis, roles: dict[int, Role]) -> Iterator[Row]:
    lines = traceback.paste.lines
    expression = expression_of(diagnosis.culprit, diagnosis.names.get("expression", "")) if diagnosis.culprit else ""
    for row in rows:
        repeated = row > 0 and lines[row - 1].number == lines[row].number
        role = roles.get(row, "plain")
        text = mark(lines[row].text, expression) if role == "culprit" else Marked(lines[row].text)
        yield Row(row, "" if repeated else lines[row].number, text, role)
