"""One module for each printed shape of a traceback; each reads what starts at one row and gives events."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from troubleshooter.diagnosis.model import Frame, Link, Rank


@dataclass(frozen=True, slots=True)
class Opened:
    """A traceback begins here; `rank` when its first line tells it."""

    row: int
    rank: Rank | None = None


@dataclass(frozen=True, slots=True)
class Final:
    """The exception's own line or lines: type and message, from `row` up to `end` (exclusive)."""

    type: str
    message: str
    row: int
    end: int


@dataclass(frozen=True, slots=True)
class Joint:
    """What comes next followed what came before; `message` is the older exception's where only the joint names it."""

    link: Link
    message: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """Member `number` of an exception group begins here; 0: the group is complete."""

    number: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Frames were left out here."""


Event = Opened | Final | Joint | Member | Gap | Frame
Hit = tuple[tuple[Event, ...], int]
"""The events read, and the row after them."""
Reader = Callable[[Sequence[str], int, bool], Hit | None]
"""Takes the texts, a row, and whether frames without their exception precede; None when its shape is not there."""
