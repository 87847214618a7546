"""A diagnosis as its page shows it, every sentence ready."""

from dataclasses import dataclass

from troubleshooter.catalogue.fixes import LeftOut, Way, left_out, ways
from troubleshooter.catalogue.marking import Marked, expression_of, mark
from troubleshooter.catalogue.measuring import Measurement, measurement
from troubleshooter.catalogue.schema import Catalogue, Cause
from troubleshooter.diagnosis.model import (
    Diagnosis,
    Evidence,
    Frame,
    Other,
    Step,
    Traceback,
)
from troubleshooter.diagnosis.tree import START
from troubleshooter.portal.descent import Station, descent, number
from troubleshooter.portal.naming import Named, asks, named
from troubleshooter.portal.outline import Group, answers
from troubleshooter.portal.proofs import Pair, pair
from troubleshooter.portal.sentences import chips, sure, verdict
from troubleshooter.portal.transcript import Stretch, transcript
from troubleshooter.portal.words import missing


@dataclass(frozen=True, slots=True)
class Culprit:
    """The user's own line that led into the library."""

    frame: Frame
    number: int
    code: Marked | None


@dataclass(frozen=True, slots=True)
class Decision:
    """One step of the path: what was asked, what the answer was, and the lines that gave it."""

    asks: str
    answer: str
    evidence: tuple[Evidence, ...]
    remark: str
    said: bool
    reached: Named


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another traceback of the same paste."""

    text: str
    number: int
    row: int
    node: Named | None


@dataclass(frozen=True, slots=True)
class Report:
    """All that the page of one diagnosis shows."""

    diagnosis: Diagnosis
    verdict: str
    sure: str
    node: Named | None
    cause: Cause | None
    culprit: Culprit | None
    ways: tuple[Way, ...]
    left_out: tuple[LeftOut, ...]
    measured: Measurement | None
    pair: Pair | None
    paste_next: str
    answers: tuple[Group, ...]
    descent: tuple[Station, ...]
    path: tuple[Decision, ...]
    runner_up: str
    runner_up_node: Named | None
    chips: tuple[str, ...]
    siblings: tuple[Named, ...]
    elsewhere: tuple[Elsewhere, ...]
    stretches: tuple[Stretch, ...]


def report(traceback: Traceback, diagnosis: Diagnosis, catalogue: Catalogue) -> Report:
    """Puts what was found together with what the catalogue says of it."""
    node = diagnosis.node
    cause = catalogue.causes.get(node) if node else None
    question = catalogue.questions.get(node) if node else None
    fixes = ways(cause, diagnosis) if cause else ()
    second = diagnosis.runner_up
    return Report(
        diagnosis=diagnosis,
        verdict=verdict(traceback, diagnosis, cause, catalogue),
        sure=sure(diagnosis),
        node=named(node, catalogue) if node else None,
        cause=cause,
        culprit=_culprit(traceback, diagnosis),
        ways=fixes,
        left_out=left_out(cause, diagnosis) if cause else (),
        measured=measurement(cause, diagnosis.environment) if cause else None,
        pair=pair(cause, fixes[0].proof if fixes else "") if cause else None,
        paste_next=question.matter.paste_next if question else "",
        answers=answers(node, catalogue) if node and diagnosis.status == "ambiguous" else (),
        descent=descent(traceback, diagnosis),
        path=tuple(_decision(step, catalogue) for step in diagnosis.steps),
        runner_up=missing(second) if second else "",
        runner_up_node=named(second.to, catalogue) if second else None,
        chips=chips(diagnosis.environment),
        siblings=siblings(cause, catalogue) if cause else (),
        elsewhere=tuple(_elsewhere(other, traceback, catalogue) for other in diagnosis.others),
        stretches=transcript(traceback, diagnosis),
    )


def siblings(cause: Cause, catalogue: Catalogue) -> tuple[Named, ...]:
    """Gives what a cause is mixed up with, as far as its own *Looks similar* does not link there."""
    written = cause.sections.get("Looks similar", "")
    found = (named(slug, catalogue) for slug in cause.matter.similar)
    return tuple(node for node in found if f'href="{node.url}"' not in written)


def _culprit(traceback: Traceback, diagnosis: Diagnosis) -> Culprit | None:
    frame = diagnosis.culprit
    if frame is None:
        return None
    expression = expression_of(frame, diagnosis.names.get("expression", ""))
    code = mark(frame.code.strip(), expression) if frame.code.strip() else None
    return Culprit(frame, number(traceback, frame.row), code)


def _decision(step: Step, catalogue: Catalogue) -> Decision:
    question = "What does the paste say?" if step.node == START else asks(step.node, catalogue)
    evidence = tuple({item.row: item for item in step.evidence}.values())
    return Decision(question, step.answer, evidence, step.remark, step.said, named(step.to, catalogue))


def _elsewhere(other: Other, traceback: Traceback, catalogue: Catalogue) -> Elsewhere:
    text = f"{other.type}: {other.message}" if other.type else other.message
    node = named(other.node, catalogue) if other.node else None
    return Elsewhere(text.partition("\n")[0][:160], number(traceback, other.row), other.row, node)
