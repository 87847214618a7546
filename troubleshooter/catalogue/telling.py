"""One diagnosis as text for a terminal."""

from collections.abc import Iterator
from typing import Protocol

from troubleshooter.catalogue.fixes import verdict, ways
from troubleshooter.catalogue.schema import Catalogue
from troubleshooter.diagnosis.model import Diagnosis, Traceback

MOST_COLUMNS = 160
"""Quoted lines of the paste are cut to as many characters."""


class Style(Protocol):
    """Django's colour styles; all give the text unchanged where there is no terminal."""

    def SUCCESS(self, text: str) -> str: ...  # noqa: N802
    def ERROR(self, text: str) -> str: ...  # noqa: N802
    def WARNING(self, text: str) -> str: ...  # noqa: N802
    def MIGRATE_HEADING(self, text: str) -> str: ...  # noqa: N802


def tell(traceback: Traceback, diagnosis: Diagnosis, catalogue: Catalogue, style: Style, heading: str = "") -> str:
    """The answer in the order in which a person needs it: verdict, culprit, fix, evidence."""
    parts = [style.MIGRATE_HEADING(heading)] if heading else []
    if diagnosis.status == "diagnosed":
        parts.extend(_diagnosed(diagnosis, catalogue, style))
    elif diagnosis.status == "ambiguous":
        parts.extend(_ambiguous(diagnosis, catalogue, style))
    else:
        parts.extend(_unknown(diagnosis, style))
    return "\n".join([*parts, ""])


def _diagnosed(diagnosis: Diagnosis, catalogue: Catalogue, style: Style) -> Iterator[str]:
    cause = catalogue.causes[diagnosis.node or ""]
    yield style.ERROR(f"{cause.matter.title} ({cause.slug})")
    yield verdict(cause, diagnosis)
    yield from _culprit(diagnosis)
    for number, way in enumerate(ways(cause, diagnosis)):
        if number == 0:
            yield ""
            yield style.SUCCESS(f"Fix: {way.title}")
            yield from (f"    {line}" for line in way.code.split("\n"))
            yield f"  Choose this when: {way.choose_when}"
            yield f"  Costs: {way.costs}"
            others = [other.title for other in ways(cause, diagnosis)[1:]]
            if others:
                yield f"  Other ways out: {'; '.join(others)}."
    yield from _evidence(diagnosis)
    if second := diagnosis.runner_up:
        yield f"  Would be {second.to} if the paste had {second.predicate} {second.pattern}"


def _ambiguous(diagnosis: Diagnosis, catalogue: Catalogue, style: Style) -> Iterator[str]:
    asked = catalogue.questions[diagnosis.node or ""].matter
    yield style.WARNING(f"{asked.title} ({diagnosis.node}): the paste alone cannot decide.")
    yield asked.asks
    for branch in catalogue.tree.branches[diagnosis.node or ""]:
        yield f"  - {branch.answer}: {branch.to}"
    yield from _culprit(diagnosis)
    yield f"Paste next time: {asked.paste_next}"
    yield from _evidence(diagnosis)


def _unknown(diagnosis: Diagnosis, style: Style) -> Iterator[str]:
    raised = diagnosis.exception
    if raised is None:
        yield style.WARNING("No traceback was found in this text.")
        yield "Paste what the terminal printed, from the line 'Traceback (most recent call last)' to the error itself."
        return
    yield style.WARNING("This is not an async SQLAlchemy error that we know.")
    message = raised.message.partition("\n")[0]
    yield f"It looks like: {raised.type or 'an error whose last line is missing'} {message}"[:MOST_COLUMNS]


def _culprit(diagnosis: Diagnosis) -> Iterator[str]:
    frame = diagnosis.culprit
    if frame is not None:
        yield f"  {frame.file}:{frame.line} in {frame.function}"
        if frame.code:
            yield f"    {frame.code.partition(chr(10))[0]}"


def _evidence(diagnosis: Diagnosis) -> Iterator[str]:
    yield ""
    yield "Because:"
    for step in diagnosis.steps:
        yield f"  {step.answer}"
        for item in step.evidence:
            yield f"    line {item.line}: {item.text[:MOST_COLUMNS]}"
        if step.remark:
            yield f"    {step.remark}"
