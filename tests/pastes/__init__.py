"""Recorded tracebacks: the folder is the answer."""

from pathlib import Path

from troubleshooter.diagnosis.decoding import decode

FOLDER = Path(__file__).parent
PASTES = sorted(FOLDER.glob("*/*.txt"))
CORPUS = sorted((FOLDER.parent / "corpus").glob("*.txt"))


def paste_id(path: Path) -> str:
    """`slug/name`, for the test's name."""
    return f"{path.parent.name}/{path.stem}"


def read(path: Path) -> str:
    """The paste as a door would read it."""
    return decode(path.read_bytes())
