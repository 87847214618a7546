"""Which branches of a node can hold at all, found by a word, so that more causes cost no more time."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
Conditions = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Branch:
    """One way out of a node: its conditions must all hold, those under `unless` must all fail.

    A condition maps a predicate to its patterns, any of which may match. No conditions: for persons only.
    """

    node: str
    to: str
    answer: str
    conditions: Conditions
    unless: Conditions
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """The positions of a node's branches: those to try always, and those to try when a word is there."""

    always: tuple[int, ...]
    by_word: Mapping[str, tuple[int, ...]]

    def candidates(self, words: frozenset[str]) -> list[int]:
        """The branches that can hold where these words stand in exceptions and loose lines, in their order."""
        found = {at for word in self.by_word.keys() & words for at in self.by_word[word]}
        return sorted(found.union(self.always))


def index(branches: Iterable[Branch]) -> Index:
    """Indexes branches by one word that each of their patterns for exception or message cannot do without."""
    always: list[int] = []
    by_word: dict[str, list[int]] = {}
    for at, branch in enumerate(branches):
        words = _needed(branch)
        if words is None:
            always.append(at)
        else:
            for word in words:
                by_word.setdefault(word, []).append(at)
    return Index(tuple(always), {word: tuple(found) for word, found in by_word.items()})


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """All words of some texts."""
    return frozenset(word for text in texts for word in _WORD.findall(text))


def _needed(branch: Branch) -> set[str] | None:
    """Words of which one must be there, None when the branch can hold without any."""
    if exceptions := branch.conditions.get("exception"):
        return {pattern.rpartition(".")[2] or pattern for pattern in exceptions}
    if codes := branch.conditions.get("error_code"):
        return set(codes)
    words = [_inner_word(pattern) for pattern in branch.conditions.get("message", ())]
    return {word for word in words if word} if words and all(words) else None


def _inner_word(pattern: str) -> str:
    """The longest word of a pattern that no other character can lengthen, '' when there is none."""
    inner = [
        found.group()
        for piece in pattern.split("*")
        for found in _WORD.finditer(piece)
        if found.start() > 0 and found.end() < len(piece)
    ]
    return max(inner, key=len, default="")
