"""`manage.py evaluate`: how well labelled pastes are answered."""

import sys
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from troubleshooter.catalogue.loading import catalogue
from troubleshooter.catalogue.schema import Catalogue
from troubleshooter.catalogue.scoring import MEASURES, LabelError, Score, measure, score_all

AT_MOST = ("missed", "wrong", "abstained", "partial")
NEGATIVES = "not ours"
OTHERS = "causes not in this catalogue"


def limits(text: str) -> dict[str, float]:
    """Reads `exact=0.9,wrong=0.02`; exact and culprit are lower bounds, the others upper ones."""
    found: dict[str, float] = {}
    for part in text.split(","):
        name, _, value = part.partition("=")
        try:
            number = float(value)
        except ValueError:
            number = -1.0
        if name not in MEASURES or not 0 <= number <= 1:
            raise ArgumentTypeError(
                f"{part!r} is not NAME=SHARE with NAME one of {', '.join(MEASURES)} and SHARE from 0 to 1"
            )
        found[name] = number
    return found


class Command(BaseCommand):
    """Scores a folder of labelled pastes and lists every miss."""

    help = "Diagnoses DIR/<id>.txt for every line of DIR/labels.jsonl, prints the shares and lists each miss."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Adds the folder and the limits."""
        parser.add_argument("folder", type=Path, metavar="DIR", help="holds <id>.txt and labels.jsonl")
        parser.add_argument(
            "--fail-under",
            type=limits,
            default={},
            metavar="exact=0.9,wrong=0.02",
            help="exit with 1 when a share is worse",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints a table by family, then each miss."""
        known = catalogue()
        try:
            scores = list(score_all(options["folder"], known.tree))
        except LabelError as error:
            raise CommandError(str(error), returncode=2) from error
        self._print_table(scores, known)
        for score in scores:
            if score.outcome != "exact" or score.culprit is False:
                self.stdout.write(miss(score))
        worse = [name for name, limit in options["fail_under"].items() if is_worse(name, measure(scores)[name], limit)]
        if worse:
            self.stderr.write(self.style.ERROR(f"Below the limit: {', '.join(worse)}."))
            sys.exit(1)

    def _print_table(self, scores: list[Score], known: Catalogue) -> None:
        groups: dict[str, list[Score]] = {}
        for score in scores:
            groups.setdefault(group_of(score.label.cause, known), []).append(score)
        self.stdout.write(f"{'':30}{'pastes':>7}" + "".join(f"{name:>10}" for name in MEASURES))
        for name, members in [*sorted(groups.items()), ("all", scores)]:
            shares = measure(members)
            self.stdout.write(f"{name:30}{len(members):>7}" + "".join(f"{shares[key]:>10.1%}" for key in MEASURES))


def group_of(cause: str | None, known: Catalogue) -> str:
    """The row of the table that a label counts in: its cause's family where the catalogue has it."""
    if cause is None:
        return NEGATIVES
    node = known.causes.get(cause) or known.questions.get(cause)
    return node.matter.family if node else OTHERS


def is_worse(name: str, share: float, limit: float) -> bool:
    """Whether a share misses its limit."""
    return share > limit if name in AT_MOST else share < limit


def miss(score: Score) -> str:
    """One line about a paste that was not answered exactly, or whose culprit was wrong."""
    wanted = " or ".join(sorted(str(item or NEGATIVES) for item in score.label.acceptable))
    culprit = (
        f"; culprit {score.line}, not {score.label.culprits and sorted(map(str, score.label.culprits))[0]}"
        if score.culprit is False
        else ""
    )
    return f"{score.outcome:9} {score.label.id}: {score.answer}, wanted {wanted}{culprit}"
