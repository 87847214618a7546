"""What is wrong with the content, said so that its writer can put it right."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: a stable id, `file:line` (or the file alone), what is wrong, and what to type."""

    id: str
    where: str
    message: str
    hint: str


class ContentError(ValueError):
    """Raised with all problems of the content at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{item.where}: {item.message}. {item.hint}" for item in self.problems))
