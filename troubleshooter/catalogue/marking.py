"""One line of source with the expression that did it, and the same line mended."""

from dataclasses import dataclass

from troubleshooter.diagnosis.model import Frame


@dataclass(frozen=True, slots=True)
class Marked:
    """A line in three parts; the middle one is marked and may be empty."""

    before: str
    mark: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """The user's line as it is and as it should be."""

    old: Marked
    new: Marked


def mark(text: str, expression: str) -> Marked:
    """Marks the first place where an expression stands in a line."""
    before, found, after = text.partition(expression) if expression else (text, "", "")
    return Marked(before, found, after)


def expression_of(culprit: Frame, expression: str) -> str:
    """Gives the part of the culprit's line that did it: the one named, else what is under the carets."""
    return next((part for part in (expression, culprit.marked) if part and part in culprit.code), "")


def change(culprit: Frame, expression: str, replacement: str) -> Change | None:
    """Puts a replacement in the place of an expression that stands in the culprit's line exactly once."""
    if not expression or culprit.code.count(expression) != 1:
        return None
    old = mark(culprit.code.strip(), expression)
    return Change(old, Marked(old.before, replacement, old.after))
