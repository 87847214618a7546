"""`manage.py diagnose`: tracebacks in, root causes out."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from troubleshooter.catalogue.answering import STANDARD_INPUT, as_line
from troubleshooter.catalogue.loading import catalogue
from troubleshooter.catalogue.telling import tell
from troubleshooter.diagnosis.decoding import decode
from troubleshooter.diagnosis.diagnosing import diagnose

MOST_BYTES = 64 * 1024 * 1024
"""A larger file is refused: nobody means to diagnose it whole."""


class Command(BaseCommand):
    """Diagnoses files, or standard input; exit code 0 diagnosed, 1 unknown or ambiguous, 2 unreadable."""

    help = (
        "Says the root cause of an async SQLAlchemy traceback. Reads FILE..., or standard input without one. "
        "Exit codes: 0 every paste was diagnosed, 1 one is unknown or ambiguous, 2 usage or unreadable file."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Adds the files and the format."""
        parser.add_argument("files", nargs="*", metavar="FILE", help="files to read; - is standard input")
        parser.add_argument(
            "--format",
            choices=("text", "json"),
            default="text",
            help="text for people, or JSON, one object a line",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Diagnoses each file in the order given."""
        known = catalogue()
        is_diagnosed = True
        for name in options["files"] or [STANDARD_INPUT]:
            traceback, diagnosis = diagnose(read_text(name), known.tree)
            is_diagnosed = is_diagnosed and diagnosis.status == "diagnosed"
            if options["format"] == "json":
                self.stdout.write(as_line(diagnosis, known, name))
            else:
                heading = name if len(options["files"]) > 1 else ""
                self.stdout.write(tell(traceback, diagnosis, known, self.style, heading))
        if not is_diagnosed:
            sys.exit(1)


def read_text(name: str) -> str:
    """The text of a file or of standard input, undecodable bytes replaced; raises CommandError (exit code 2)."""
    try:
        if name == STANDARD_INPUT:
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CommandError(
            f"{name}: {error.strerror or error}. Nothing was diagnosed after it.", returncode=2
        ) from error
    if len(data) > MOST_BYTES:
        raise CommandError(f"{name}: more than 64 MiB. Cut out the last traceback and diagnose that.", returncode=2)
    return decode(data)
