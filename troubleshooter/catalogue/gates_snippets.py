"""The gates on the snippets of a cause: the pair is there, short, and its fixes show lines of it."""

from collections.abc import Iterator, Mapping, Set

from troubleshooter.catalogue.files import File
from troubleshooter.catalogue.pages import NodePage
from troubleshooter.catalogue.problems import Problem
from troubleshooter.catalogue.schema import CauseMatter

PAIR = ("broken.py", "fixed.py")
LINES = 25


def check(page: NodePage, matter: CauseMatter, snippets: Mapping[str, File], folder: str) -> Iterator[Problem]:
    """All that is wrong with the snippets of one cause; `folder` is where they belong."""
    missing = [name for name in PAIR if name not in snippets]
    if not matter.unproven:
        for name in missing:
            hint = "Write it, or say in `unproven` why no program can show the fault."
            yield Problem("E024", f"{folder}/{name}", "The snippet is missing", hint)
    elif not missing:
        message = "The cause is said to be unproven, and has a pair"
        yield Problem("E025", page.at("unproven"), message, "Take `unproven` out.")
    for file in snippets.values():
        count = code_lines(file.text)
        if count > LINES:
            message = f"The snippet has {count} lines of code"
            yield Problem("E026", file.where, message, f"Show the fault in at most {LINES}.")
    yield from _proofs(page, matter, snippets, folder)


def check_strays(folders: Set[str], causes: Set[str]) -> Iterator[Problem]:
    """Snippets of causes that are not there; `folders` hold snippets."""
    for slug in sorted(folders - causes):
        hint = f"Write content/causes/{slug}.md, or take the snippets away."
        yield Problem("E027", f"snippets/{slug}", f"There is no root cause {slug}", hint)


def _proofs(page: NodePage, matter: CauseMatter, snippets: Mapping[str, File], folder: str) -> Iterator[Problem]:
    """Fixes whose code no snippet proves, or whose work no snippet does."""
    for index, fix in enumerate(matter.fixes):
        where = page.at("proof", "fixes", index)
        if fix.proof and fix.proof not in snippets:
            yield Problem("E020", where, f"The proof {folder}/{fix.proof} is missing", "Write it.")
        elif fix.proof:
            lines = {line.strip() for line in snippets[fix.proof].text.split("\n")}
            for line in fix.code.strip().split("\n"):
                if line.strip() not in lines:
                    message = f"The line {line.strip()!r} does not stand in {folder}/{fix.proof}"
                    hint = "Copy whole lines out of the snippet."
                    yield Problem("E021", page.at("code", "fixes", index), message, hint)
        elif fix.code and not matter.unproven:
            where, hint = page.at("code", "fixes", index), "Name a snippet in `proof`."
            yield Problem("E020", where, f"The code of “{fix.title}” has no proof", hint)
        if fix.measured and not fix.proof:
            where, hint = page.at("measured", "fixes", index), "Name a snippet in `proof`."
            yield Problem("E028", where, f"“{fix.title}” is to be measured and has no proof", hint)


def code_lines(source: str) -> int:
    """The number of lines that are neither blank nor only a comment."""
    return sum(1 for line in source.split("\n") if line.strip() and not line.strip().startswith("#"))
