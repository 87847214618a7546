"""The ways out, in the user's own names where the paste shows them."""

from dataclasses import dataclass

from troubleshooter.catalogue.marking import Change, change, expression_of
from troubleshooter.catalogue.measuring import measurement, said
from troubleshooter.catalogue.schema import Cause, Fix
from troubleshooter.diagnosis.model import Diagnosis
from troubleshooter.diagnosis.names import fill


@dataclass(frozen=True, slots=True)
class Way:
    """One way out as the page shows it; `code` is in the user's names when `named`, `measured` says its counts."""

    title: str
    choose_when: str
    costs: str
    code: str
    named: bool
    shell: bool
    change: Change | None
    proof: str
    measured: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A way out that the SQLAlchemy of the paste does not have yet, and where it exists."""

    title: str
    lines: str


def ways(cause: Cause, diagnosis: Diagnosis) -> tuple[Way, ...]:
    """Gives the fixes that exist on the SQLAlchemy of the paste, the shortest right one first."""
    measured = measurement(cause, diagnosis.environment)
    counts = {proof: said(of) for proof, of in measured.counts.items()} if measured else {}
    return tuple(
        _way(fix, diagnosis, counts.get(fix.proof, "")) for fix in cause.matter.fixes if _exists(fix, diagnosis)
    )


def generic(cause: Cause) -> tuple[Way, ...]:
    """Gives all fixes, for somebody without a paste."""
    return ways(cause, Diagnosis("unknown", None))


def left_out(cause: Cause, diagnosis: Diagnosis) -> tuple[LeftOut, ...]:
    """Gives the fixes that need a newer SQLAlchemy; one for older lines only is no loss."""
    line = diagnosis.environment.sqlalchemy or ""
    return tuple(
        LeftOut(fix.title, " and ".join(fix.applies_to.sqlalchemy))
        for fix in cause.matter.fixes
        if not _exists(fix, diagnosis) and max(fix.applies_to.sqlalchemy) > line
    )


def _exists(fix: Fix, diagnosis: Diagnosis) -> bool:
    line, lines = diagnosis.environment.sqlalchemy, fix.applies_to.sqlalchemy
    return line is None or not lines or line in lines


def _way(fix: Fix, diagnosis: Diagnosis, measured: str) -> Way:
    own = next((text for text in (fill(template, diagnosis.names) for template in fix.named) if text), None)
    return Way(
        fix.title,
        fix.choose_when,
        fix.costs,
        (own or fix.code or fix.command).strip("\n"),
        own is not None,
        not own and not fix.code,
        _change(fix, diagnosis),
        fix.proof,
        measured,
    )


def _change(fix: Fix, diagnosis: Diagnosis) -> Change | None:
    replacement = fill(fix.replace, diagnosis.names) if fix.replace else None
    if diagnosis.culprit is None or replacement is None:
        return None
    expression = expression_of(diagnosis.culprit, diagnosis.names.get("expression", ""))
    return change(diagnosis.culprit, expression, replacement)


def verdict(cause: Cause, diagnosis: Diagnosis) -> str:
    """What is wrong, in the user's own names where the paste shows them."""
    return fill(cause.matter.verdict, diagnosis.names) or cause.matter.verdict_plain
