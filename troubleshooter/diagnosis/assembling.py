"""Assembles what the shapes read into exception chains and groups."""

from dataclasses import dataclass, field, replace

from troubleshooter.diagnosis.model import Chain, Frame, Link, Raised, Rank
from troubleshooter.diagnosis.shapes import Event, Final, Gap, Joint, Opened

FOLLOWING = 200
"""So many rows below an exception, frames are a traceback of their own."""
MOST_NESTED = 20
"""Exception groups nested deeper are read as siblings."""


@dataclass(slots=True)
class _Draft:
    """A chain while it is read."""

    rank: Rank
    parent: int | None
    raised: list[Raised] = field(default_factory=list)


@dataclass(slots=True)
class Assembly:
    """Joins what is read into chains: what is open, what the next exception follows, and the groups it is in."""

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
            self.take_frame(event, row)
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
        # Below a finished exception a header begins another: it has no part in what the log said of the first.
        self.last_row = -9 if isinstance(event, Final) else row

    def take_frame(self, frame: Frame, row: int) -> None:
        """Adds one frame: to the exception being read, or to the one just read when it stands directly below."""
        self.last_row = row
        if self.is_gap:
            self.frames.append(replace(frame, after_gap=True))
            self.is_gap = False
        elif self.frames or not self._append_to_closed(frame):
            self.frames.append(frame)

    def _append_to_closed(self, frame: Frame) -> bool:
        raised = self.drafts[self.current].raised if self.current is not None and self.link == "first" else []
        if (
            not raised
            or self.rank == "warning"
            or frame.row - raised[-1].end > 1
            or frame.row - raised[-1].row > FOLLOWING
        ):
            return False
        raised[-1] = replace(raised[-1], frames=(*raised[-1].frames, frame), end=frame.row + 1)
        return True

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
        draft.raised.append(Raised(kind, message, tuple(self.frames), self.link if draft.raised else "first", row, end))
        self.frames, self.link, self.is_gap = [], "first", False

    def finish(self) -> None:
        """Closes what the end of the paste left open."""
        if self.frames:
            last = self.frames[-1]
            self._close("", "", last.row, last.row + 1)

    def chains(self) -> list[Chain]:
        """The chains read, frozen."""
        return [Chain(tuple(draft.raised), draft.rank, draft.parent) for draft in self.drafts if draft.raised]
