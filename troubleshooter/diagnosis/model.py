"""The values that travel from the paste to the diagnosis; every one is frozen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Link = Literal["first", "cause", "context"]
Rank = Literal["raised", "pool-log", "warning", "leftover"]
Status = Literal["diagnosed", "ambiguous", "unknown"]


@dataclass(frozen=True, slots=True)
class Line:
    """One readable line; `number` is its line in the raw paste, from 1."""

    number: int
    text: str


@dataclass(frozen=True)
class Paste:
    """The paste with all damage undone: its readable lines, and for each its number in the raw paste, from 1.

    A `row` anywhere else is an index into both. `is_bare`: it was as CPython prints it, with nothing to undo.
    """

    texts: tuple[str, ...]
    numbers: Sequence[int]
    is_bare: bool = False

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines, each with its number."""
        return tuple(map(Line, self.numbers, self.texts))

    @cached_property
    def text(self) -> str:
        """All lines as one text, to search at once."""
        return "\n".join(self.texts)


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame, outermost first in its exception; `file` is the path exactly as printed.

    `code` is the source line ('' when not printed), `marked` the part of the user's own under carets,
    `after_gap` says that frames were left out directly above this one.
    """

    file: str
    line: int | None
    function: str
    row: int
    code: str = ""
    marked: str = ""
    in_app: bool = False
    after_gap: bool = False


@dataclass(frozen=True, slots=True)
class Raised:
    """One raised exception: type and message as printed, its frames, and how it followed the one before it.

    `type` is '' for a message printed without its class. The message's lines are `row` up to `end` (exclusive).
    """

    type: str
    message: str
    frames: tuple[Frame, ...]
    link: Link
    row: int
    end: int


@dataclass(frozen=True, slots=True)
class Chain:
    """All that was raised in one traceback, oldest first.

    `parent` is the index in `Traceback.chains` of the exception group that this chain is a member of.
    """

    raised: tuple[Raised, ...]
    rank: Rank = "raised"
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Traceback:
    """The parsed paste: its chains in printed order, and the rows that belong to none."""

    paste: Paste
    chains: tuple[Chain, ...]
    loose: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The line of the paste on which one predicate stood; `line` is its number in the raw paste."""

    predicate: str
    pattern: str
    line: int
    row: int
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """One branch taken: from `node` to `to`; `said` when a person chose it instead of the paste."""

    node: str
    to: str
    answer: str
    evidence: tuple[Evidence, ...] = ()
    remark: str = ""
    said: bool = False


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """The answer that came second, and the one condition that the paste did not meet."""

    to: str
    answer: str
    predicate: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Environment:
    """What the paste shows of the program's surroundings; None where it shows nothing.

    `sqlalchemy` is a line ('1.4', '2.0', '2.1'), `python` a version ('3.12') or a lower bound ('3.13+').
    """

    sqlalchemy: str | None = None
    python: str | None = None
    driver: str | None = None
    framework: str | None = None


@dataclass(frozen=True, slots=True)
class Other:
    """Another traceback of the same paste and what it would be on its own (`node` None: not ours)."""

    row: int
    type: str
    message: str
    node: str | None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The answer: a leaf (diagnosed), an inner node that asks (ambiguous), or nothing of ours (unknown).

    `candidates` are the leaves below an ambiguous node, `names` the user's own names by placeholder,
    `exception` and `culprit` those of the chain that decided.
    """

    status: Status
    node: str | None
    steps: tuple[Step, ...] = ()
    candidates: tuple[str, ...] = ()
    runner_up: RunnerUp | None = None
    culprit: Frame | None = None
    exception: Raised | None = None
    environment: Environment = Environment()
    names: Mapping[str, str] = field(default_factory=dict)
    others: tuple[Other, ...] = ()

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All lines that the path stood on, in the order of the steps."""
        return tuple(item for step in self.steps for item in step.evidence)
