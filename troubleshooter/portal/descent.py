"""The way down: from the user's own line, through the library, to where it broke."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from troubleshooter.catalogue.marking import Marked, expression_of, mark
from troubleshooter.diagnosis.model import Chain, Diagnosis, Frame, Raised, Traceback
from troubleshooter.portal.libraries import folded

Kind = Literal["yours", "library", "culprit", "broke"]
OWN_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Station:
    """One stop on the way down; `number` is its line in the raw paste, `row` its place on the page."""

    kind: Kind
    title: str
    function: str = ""
    code: Marked | None = None
    number: int | None = None
    row: int | None = None


def descent(traceback: Traceback, diagnosis: Diagnosis) -> tuple[Station, ...]:
    """Draws the chain that decided, in the order in which the calls were made."""
    chain = deciding_chain(traceback, diagnosis)
    if chain is None:
        return ()
    raised = called(chain)
    frames = [frame for item in raised for frame in item.frames]
    stations: list[Station] = []
    for own, stretch in groupby(frames, key=lambda frame: frame.in_app or frame == diagnosis.culprit):
        if own:
            stations += _own(list(stretch), traceback, diagnosis)
        else:
            stations.append(Station("library", folded(frame.file for frame in stretch)))
    if all(station.kind == "library" for station in stations):
        return ()
    last = diagnosis.exception or chain.raised[-1]
    return (
        *stations,
        Station("broke", last.type or "It broke", number=number(traceback, last.row), row=last.row),
    )


def deciding_chain(traceback: Traceback, diagnosis: Diagnosis) -> Chain | None:
    """Gives the chain that holds the exception which decided, else the first that was raised."""
    for chain in traceback.chains:
        if diagnosis.exception in chain.raised:
            return chain
    return next(iter(traceback.chains), None)


def called(chain: Chain) -> list[Raised]:
    """Gives a chain's exceptions newest first, as far as one directly caused the next."""
    found: list[Raised] = []
    for item in reversed(chain.raised):
        found.append(item)
        if item.link != "cause":
            break
    return found


def number(traceback: Traceback, row: int) -> int:
    """Gives the number in the raw paste of a row."""
    return traceback.paste.numbers[row]


def place(frame: Frame, parts: int = 2) -> str:
    """Says where a frame is in few words: the end of its path and its line."""
    short = "/".join(frame.file.replace("\\", "/").split("/")[-parts:])
    return short if frame.line is None else f"{short}:{frame.line}"


def _own(frames: Sequence[Frame], traceback: Traceback, diagnosis: Diagnosis) -> list[Station]:
    stations = [_station(frame, traceback, diagnosis) for frame in frames]
    if len(stations) <= OWN_SHOWN:
        return stations
    hidden = stations[2 : 2 - OWN_SHOWN]
    kept = [station for station in hidden if station.kind == "culprit"]
    between = Station("yours", f"{len(hidden) - len(kept)} more frames of yours")
    return [*stations[:2], between, *kept, *stations[2 - OWN_SHOWN :]]


def _station(frame: Frame, traceback: Traceback, diagnosis: Diagnosis) -> Station:
    culprit = frame == diagnosis.culprit
    expression = expression_of(frame, diagnosis.names.get("expression", "")) if culprit else ""
    return Station(
        "culprit" if culprit else "yours",
        place(frame),
        frame.function,
        mark(frame.code.strip(), expression) if frame.code else None,
        number(traceback, frame.row),
        frame.row,
    )
