"""Conditions of the tree, said to a person; code stands between backticks."""

from collections.abc import Mapping, Sequence

from troubleshooter.diagnosis.branching import Branch
from troubleshooter.diagnosis.model import RunnerUp

PHRASES = {
    "exception": "the exception is {}",
    "error_code": "the message links to error code {}",
    "message": "the message says {}",
    "frames": "the frames run {}",
    "through": "a frame lies in {}",
    "code": "a line of yours reads {}",
    "about": "the paste shows that it concerns {}",
    "text": "a line of the paste says {}",
}
MISSING = {
    "exception": "the exception were {}",
    "error_code": "the message linked to error code {}",
    "message": "the message said {}",
    "frames": "{} stood among the frames",
    "through": "a frame lay in {}",
    "code": "a line of yours read {}",
    "about": "the paste showed that it concerns {}",
    "text": "a line of the paste said {}",
}
SUBJECTS = {"sqlalchemy": "SQLAlchemy", "database": "a database", "code": "source code"}
PATTERNS_SHOWN = 4


def recognised(branch: Branch) -> tuple[str, ...]:
    """Says each condition of a branch; none for a branch that only a person can take."""
    holds = [_say(PHRASES, predicate, patterns) for predicate, patterns in branch.conditions.items()]
    fails = [f"not: {_say(PHRASES, predicate, patterns)}" for predicate, patterns in branch.unless.items()]
    return (*holds, *fails)


def missing(runner_up: RunnerUp) -> str:
    """Says which line would have made the runner-up the answer."""
    return _say(MISSING, runner_up.predicate, (runner_up.pattern,))


def _say(phrases: Mapping[str, str], predicate: str, patterns: Sequence[str]) -> str:
    shown = [_pattern(predicate, pattern) for pattern in patterns[:PATTERNS_SHOWN]]
    more = len(patterns) - len(shown)
    if more:
        shown.append(f"{more} more like these")
    return phrases[predicate].format(_either(shown))


def _either(parts: Sequence[str]) -> str:
    return f"{', '.join(parts[:-1])} or {parts[-1]}" if len(parts) > 1 else parts[0]


def _pattern(predicate: str, pattern: str) -> str:
    if predicate == "about":
        return SUBJECTS.get(pattern, pattern)
    if predicate == "frames":
        return _frames(pattern)
    return f"`{pattern.strip('*').replace('*', ' … ')}`"


def _frames(pattern: str) -> str:
    """Says a run of frames from the top down."""
    somewhere = [_directly(part.strip()) for part in pattern.split(">>")]
    return ", somewhere below it ".join(somewhere)


def _directly(pattern: str) -> str:
    return ", directly below it ".join(_frame(part.strip()) for part in pattern.split(">"))


def _frame(part: str) -> str:
    if part == "$":
        return "nothing more"
    return "a line of yours" if part == "@app" else f"`{part.removesuffix(':*')}`"
