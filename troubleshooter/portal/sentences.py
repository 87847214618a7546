"""What a diagnosis says in words: the verdict, how sure it is, what was recognised."""

from troubleshooter.catalogue import fixes
from troubleshooter.catalogue.schema import Catalogue, Cause
from troubleshooter.diagnosis.model import Diagnosis, Environment, Raised, Traceback
from troubleshooter.portal.descent import number
from troubleshooter.portal.libraries import library, spelled
from troubleshooter.portal.naming import asks

COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def verdict(traceback: Traceback, diagnosis: Diagnosis, cause: Cause | None, catalogue: Catalogue) -> str:
    """Says what is wrong, or asks what would tell, or says what a foreign paste looks like."""
    if cause:
        return fixes.verdict(cause, diagnosis)
    if diagnosis.node:
        return asks(diagnosis.node, catalogue)
    return looks_like(traceback, diagnosis)


def looks_like(traceback: Traceback, diagnosis: Diagnosis) -> str:
    """Says what a paste that is not ours looks like."""
    raised = diagnosis.exception or _last_raised(traceback)
    if raised is None:
        return "There is no traceback in this paste that we can read."
    source = _source(raised)
    kind = raised.type.rpartition(".")[2] or raised.message.partition("\n")[0][:80]
    origin = f" from {source}" if source else ""
    return f"It looks like: {kind}{origin} (line {number(traceback, raised.row)})."


def _last_raised(traceback: Traceback) -> Raised | None:
    return next((chain.raised[-1] for chain in traceback.chains if chain.raised), None)


def _source(raised: Raised) -> str:
    """Names where an exception comes from: its own package, else the library of its last frame."""
    if raised.frames and not raised.frames[-1].in_app:
        name = library(raised.frames[-1].file)
        return "" if name == "library" else name
    if raised.frames:
        return "your own code"
    package, dot, _ = raised.type.partition(".")
    return spelled(package) if dot else ""


def sure(diagnosis: Diagnosis) -> str:
    """Says on how many lines and answers the verdict stands."""
    if diagnosis.status == "ambiguous":
        return "Cannot tell yet: one question."
    lines = len({item.line for item in diagnosis.evidence})
    said = sum(step.said for step in diagnosis.steps)
    parts = [f"{_count(lines)} line{'' if lines == 1 else 's'} of your paste"] if lines else []
    parts += [f"{_count(said)} answer{'' if said == 1 else 's'} of yours"] if said else []
    return f"Decided by {' and '.join(parts)}." if parts else ""


def _count(number_of: int) -> str:
    return COUNTS[number_of] if number_of < len(COUNTS) else str(number_of)


def chips(environment: Environment) -> tuple[str, ...]:
    """Names what the paste shows of the program's surroundings."""
    found = (
        f"SQLAlchemy {environment.sqlalchemy}" if environment.sqlalchemy else "",
        f"Python {environment.python}" if environment.python else "",
        environment.driver or "",
        spelled(environment.framework) if environment.framework else "",
    )
    return tuple(chip for chip in found if chip)
