"""Assembles what the shapes read into exception chains, groups and loose lines."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from troubleshooter.diagnosis.model import Chain, Frame, Link, Paste, Raised, Rank, Traceback
from troubleshooter.diagnosis.shapes import Event, Final, Gap, Joint, Member, Opened, Reader
from troubleshooter.diagnosis.shapes import ipython, other, pytest, rich, sentry
from troubleshooter.diagnosis.shapes.cpython import read_frame, read_structure
from troubleshooter.diagnosis.shapes.message import read_final

_BY_MARK: tuple[tuple[tuple[str, ...], Reader], ...] = (
    (other.REVERSED_MARKS, other.read_reversed),
    (other.SANIC_MARKS, other.read_sanic),
    (rich.MARKS, rich.read_box),
    (pytest.MARKS, pytest.read_pytest),
    (ipython.MARKS, ipython.read_ipython),
    (sentry.MARKS, sentry.read_sentry),
    (other.WARNING_MARKS, other.read_warning),
)
MOST_NESTED = 20
"""Exception groups nested deeper are read as siblings."""


def parse(paste: Paste) -> Traceback:
    """Gives the chains of a cleaned paste in printed order, and the rows that belong to none; never raises."""
    texts = [line.text for line in paste.lines]
    readers = _readers("\n".join(texts))
    assembly = _Assembly()
    row = 0
    while row < len(texts):
        if texts[row]:
            for read in readers:
                hit = read(texts, row, assembly.is_open)
                if hit is not None:
                    events, after = hit
                    for event in events:
                        assembly.take(event, row)
                    row = max(after, row + 1)
                    break
            else:
                assembly.loose.append(row)
                row += 1
        else:
            row += 1
    assembly.finish()
    return Traceback(paste, tuple(assembly.chains()), tuple(assembly.loose))


def _readers(text: str) -> Sequence[Reader]:
    special = [read for marks, read in _BY_MARK if any(mark in text for mark in marks)]
    return (
        (*special, read_frame, read_structure, read_final)
        if special
        else (read_frame, read_structure, read_final)
    )


@dataclass(slots=True)
class _Draft:
    """A chain while it is read."""

    rank: Rank
    parent: int | None
    raised: list[Raised] = field(default_factory=list)


@dataclass(slots=True)
class _Assembly:
    drafts: list[_Draft] = field(default_factory=list)
    loose: list[int] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    current: int | None = None
    link: Link = "first"
    groups: list[tuple[int, int]] = field(default_factory=list)
    rank: Rank = "raised"
    is_gap: bool = False
    is_complete: bool = False
    last_row: int = -9

    @property
    def is_open(self) -> bool:
        return bool(self.frames)

    def take(self, event: Event, row: int) -> None:
        """Adds one event that was read at `row`."""
        if isinstance(event, Frame):
            self._take_frame(event)
        elif isinstance(event, Final):
            self._take_final(event)
        elif isinstance(event, Gap):
            self.is_gap = True
        elif isinstance(event, Opened):
            self._take_opened(event)
        elif isinstance(event, Joint):
            if self.frames:
                self._close("", event.message, self.frames[-1].row, self.frames[-1].row + 1)
            if self.is_complete and self.groups:
                self.current = self.groups[0][0]
                self.groups, self.is_complete = [], False
            self.link = event.link if self.current is not None else "first"
        else:
            self._take_member(event.number)
        self.last_row = row

    def _take_frame(self, frame: Frame) -> None:
        follows = (
            self.current is not None
            and not self.frames
            and self.link == "first"
            and self.drafts[self.current].raised
        )
        if (
            follows
            and frame.row - self.drafts[self.current or 0].raised[-1].end <= 1
            and self.rank == "raised"
        ):
            last = self.drafts[self.current or 0].raised[-1]
            self.drafts[self.current or 0].raised[-1] = Raised(
                last.type, last.message, (*last.frames, frame), last.link, last.row, frame.row + 1
            )
            return
        if self.is_gap:
            frame = Frame(
                frame.file,
                frame.line,
                frame.function,
                frame.row,
                frame.code,
                frame.marked,
                frame.in_app,
                after_gap=True,
            )
            self.is_gap = False
        self.frames.append(frame)

    def _take_final(self, final: Final) -> None:
        self._close(final.type, final.message, final.row, final.end)

    def _take_opened(self, event: Opened) -> None:
        if self.frames:
            last = self.frames[-1]
            self._close("", "", last.row, last.row + 1)
        if self.link == "first":
            self.current = None
            if self.is_complete:
                self.groups, self.is_complete = [], False
            self.rank = event.rank or (
                self.rank if self.last_row == event.row - 1 and self.rank != "warning" else "raised"
            )

    def _take_member(self, number: int) -> None:
        if self.frames:
            last = self.frames[-1]
            self._close("", "", last.row, last.row + 1)
        if number == 0:
            self.is_complete = True
            return
        if number == 1 or not self.groups:
            if self.current is None:
                return
            if len(self.groups) < MOST_NESTED:
                self.groups.append((self.current, number))
        else:
            while len(self.groups) > 1 and self.groups[-1][1] != number - 1:
                self.groups.pop()
            self.groups[-1] = (self.groups[-1][0], number)
        self.is_complete = False
        self.current, self.link, self.rank = None, "first", "raised"

    def _close(self, kind: str, message: str, row: int, end: int) -> None:
        """Completes one raised exception with the frames gathered so far."""
        if self.current is None or (self.link == "first" and self.drafts[self.current].raised):
            parent = self.groups[-1][0] if self.groups and not self.is_complete else None
            self.drafts.append(_Draft(self.rank, parent))
            self.current = len(self.drafts) - 1
        draft = self.drafts[self.current]
        draft.raised.append(
            Raised(kind, message, tuple(self.frames), self.link if draft.raised else "first", row, end)
        )
        self.frames, self.link, self.is_gap = [], "first", False

    def finish(self) -> None:
        """Closes what the end of the paste left open."""
        if self.frames:
            last = self.frames[-1]
            self._close("", "", last.row, last.row + 1)

    def chains(self) -> list[Chain]:
        """The chains read, frozen."""
        return [Chain(tuple(draft.raised), draft.rank, draft.parent) for draft in self.drafts if draft.raised]
