"""How well the tree answers labelled pastes."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from troubleshooter.diagnosis.decoding import decode
from troubleshooter.diagnosis.diagnosing import diagnose
from troubleshooter.diagnosis.model import Diagnosis
from troubleshooter.diagnosis.tree import Tree

OUTCOMES = ("exact", "partial", "missed", "wrong", "abstained")
MEASURES = (*OUTCOMES, "culprit")


class LabelError(ValueError):
    """A label cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a paste is: its cause (None: not ours), what else is fair to say, and the user's line."""

    id: str
    cause: str | None
    acceptable: frozenset[str | None]
    culprits: frozenset[str | None]


@dataclass(frozen=True, slots=True)
class Score:
    """One paste's outcome; `culprit` is None where it does not count (nothing was diagnosed, or a negative)."""

    label: Label
    outcome: str
    culprit: bool | None
    answer: str
    line: str


def read_labels(folder: Path) -> list[Label]:
    """The labels of a folder's labels.jsonl; raises LabelError with the line that is wrong."""
    path = folder / "labels.jsonl"
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LabelError(f"{path} cannot be read: {error}.") from error
    labels = [_label(f"{path}:{number}", line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not labels:
        raise LabelError(f"{path} holds no labels.")
    return labels


def _label(where: str, line: str) -> Label:
    try:
        item: dict[str, Any] = json.loads(line)
        ident, cause = item["id"], item["cause"]
        also = [item.get("culprit"), *item.get("culprit_also", ())]
        label = Label(ident, cause, frozenset({cause, *item.get("acceptable", ())}), frozenset(also))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise LabelError(f"{where}: not a label with id and cause ({type(error).__name__}: {error}).") from error
    if not isinstance(ident, str) or "/" in ident or "\\" in ident or ident.startswith("."):
        raise LabelError(f"{where}: the id {ident!r} is not a file's name without .txt.")
    return label


def score_all(folder: Path, tree: Tree) -> Iterator[Score]:
    """Every labelled paste of a folder, diagnosed and judged; raises LabelError when a file is missing."""
    for label in read_labels(folder):
        path = folder / f"{label.id}.txt"
        try:
            text = decode(path.read_bytes())
        except OSError as error:
            raise LabelError(f"{path} cannot be read: {error.strerror}.") from error
        yield judge(label, diagnose(text, tree)[1], tree)


def judge(label: Label, diagnosis: Diagnosis, tree: Tree) -> Score:
    """The outcome of one diagnosis: a question is exact where one was wanted, else partial when it holds the cause."""
    node = diagnosis.node
    if diagnosis.status == "unknown":
        outcome = "exact" if None in label.acceptable else "missed"
    elif diagnosis.status == "diagnosed":
        outcome = "exact" if node in label.acceptable else "wrong"
    elif any(wanted in tree.branches and _is_below(node, wanted, tree) for wanted in label.acceptable if wanted):
        outcome = "exact"
    else:
        outcome = "partial" if label.acceptable & set(diagnosis.candidates) else "abstained"
    frame = diagnosis.culprit
    line = f"{frame.file}:{frame.line}" if frame else None
    counts = diagnosis.status != "unknown" and label.cause is not None
    return Score(label, outcome, line in label.culprits if counts else None, node or "unknown", line or "none")


def _is_below(node: str | None, wanted: str, tree: Tree) -> bool:
    if node == wanted:
        return True
    return any(
        branch.to in tree.branches and _is_below(node, branch.to, tree) for branch in tree.branches.get(wanted, ())
    )


def measure(scores: list[Score]) -> dict[str, float]:
    """The share of each outcome, and of culprits that were right among those that count (1.0 when none does)."""
    counted = Counter(score.outcome for score in scores)
    culprits = [score.culprit for score in scores if score.culprit is not None]
    shares = {outcome: counted[outcome] / max(len(scores), 1) for outcome in OUTCOMES}
    return {**shares, "culprit": sum(culprits) / len(culprits) if culprits else 1.0}
