"""Runs one snippet in a fresh process and judges what it did."""

import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import msgspec

from troubleshooter.catalogue.drivers import IN_MEMORY
from troubleshooter.catalogue.schema import Counts

COUNTING = Path(__file__).with_name("counting.py")
SECONDS = 30
SCRATCH = "snippet-"


@dataclass(frozen=True, slots=True)
class Result:
    """What one run left: exit status, what it printed, its counts; not `in_time` when it had to be stopped."""

    exit_status: int
    output: str
    errors: str
    in_time: bool = True
    counts: Counts | None = None


def run(
    path: Path, python: str = sys.executable, seconds: float = SECONDS, url: str = IN_MEMORY, authors: int = 0
) -> Result:
    """Runs a snippet in an empty directory on a database: a fixed one with warnings as errors, a broken one as is.

    With a number of `authors`, it runs in a world of so many, and what it asks of the database is counted.
    """
    path = path.resolve()
    strict = [] if is_broken(path.name) else ["-W", "error"]
    with tempfile.TemporaryDirectory(prefix=SCRATCH) as scratch:
        report = Path(scratch, "counts.json")
        counting = ["-P", str(COUNTING), str(authors), str(report)] if authors else []
        environment = {
            "PATH": os.pathsep.join([str(Path(python).parent), os.defpath]),
            "PYTHONPATH": str(path.parent.parent),
            "PYTHONHASHSEED": "0",
            "PYTHONUNBUFFERED": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONUTF8": "1",
            "TMPDIR": scratch,
            "SNIPPET_URL": url,
        }
        process = subprocess.Popen(
            [python, *strict, *counting, str(path)],
            cwd=scratch,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
        in_time = True
        try:
            output, errors = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            in_time = False
            # The whole session: a worker that the snippet started would hold the pipes open.
            os.killpg(process.pid, signal.SIGKILL)
            output, errors = process.communicate()
            errors += f"{path.name} still ran after {seconds:g} seconds and was stopped.\n"
        counts = msgspec.json.decode(report.read_bytes(), type=Counts) if report.exists() else None
    return Result(process.returncode, output, errors, in_time, counts)


def is_snippet(name: str) -> bool:
    """Whether a file is a program to run, and not a module that the programs beside it share."""
    return name.startswith(("broken", "fixed"))


def is_broken(name: str) -> bool:
    """Whether a snippet's file name says that it fails."""
    return name.startswith("broken")


def complaint(name: str, result: Result) -> str:
    """Why a run is not what its file's name promises; '' when it is."""
    last = result.errors.strip().rpartition("\n")[2]
    if not result.in_time:
        return f"{name}: {last}"
    if is_broken(name):
        return "" if result.errors.strip() else f"{name} raised nothing and warned of nothing"
    if result.exit_status:
        return f"{name} ended with status {result.exit_status}: {last}"
    return f"{name} is not silent: {last}" if result.errors else ""
