"""Reads the files of one directory: regular, inside it, UTF-8; anything else is a problem."""

from dataclasses import dataclass
from pathlib import Path

from troubleshooter.catalogue.problems import Problem


@dataclass(frozen=True, slots=True)
class File:
    """One file read: where it lies, how a message names it, and its text."""

    path: Path
    where: str
    text: str

    def at(self, line: int | None) -> str:
        """`file:line`, or the file alone when the line is not known."""
        return self.where if line is None else f"{self.where}:{line}"


def read(path: Path, root: Path) -> File | Problem:
    """The file, or why it cannot be read."""
    inside = path.relative_to(root)
    where = f"{root.name}/{inside.as_posix()}"
    if not path.exists() and not path.is_symlink():
        return Problem("E001", where, "The file is missing", f"Create {where}.")
    if path.resolve() != root.resolve() / inside or not path.is_file():
        message = "This is a link or no regular file, and it is not followed"
        return Problem("E002", where, message, f"Put the file itself into {root.name}/.")
    try:
        return File(path, where, path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        hint = f"Save it as UTF-8; byte {error.start} is the first that is not."
        return Problem("E003", where, "The file is not UTF-8", hint)


def read_all(root: Path, pattern: str) -> tuple[list[File], list[Problem]]:
    """The files of `root` that match the pattern, sorted, and the problems of those that cannot be read."""
    found = [read(path, root) for path in sorted(root.glob(pattern))]
    return [item for item in found if isinstance(item, File)], [item for item in found if isinstance(item, Problem)]
