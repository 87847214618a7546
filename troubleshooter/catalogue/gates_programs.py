"""The gates on the programs of the documents: short, shown by somebody, run where it is known."""

import re
from collections.abc import Iterator, Mapping, Set

from troubleshooter.catalogue.documents import Documents
from troubleshooter.catalogue.drivers import DIALECTS
from troubleshooter.catalogue.files import File
from troubleshooter.catalogue.gates_snippets import code_lines
from troubleshooter.catalogue.including import included
from troubleshooter.catalogue.problems import Problem
from troubleshooter.catalogue.programs import Declarations
from troubleshooter.catalogue.schema import LINES

PROGRAM_LINES = 40
NAME = re.compile(r"[a-z][a-z0-9_]*\.py")


def check(
    programs: Mapping[str, File], declarations: Declarations, documents: Documents, folders: Set[str]
) -> Iterator[Problem]:
    """All that is wrong with the programs, by path below snippets/; `folders` are those of documents."""
    shown = set(shown_programs(documents))
    for name, file in programs.items():
        count = code_lines(file.text)
        if not NAME.fullmatch(file.path.name):
            hint = "Name it in small letters, digits and underscores, such as run_sync.py."
            yield Problem("E009", file.where, f"{file.path.name} is no name of a program", hint)
        if count > PROGRAM_LINES:
            message = f"The program has {count} lines of code"
            yield Problem("E044", file.where, message, f"Show the point in at most {PROGRAM_LINES}.")
        if name not in shown:
            hint = "Include it, or name it as `program` or `proof`, or take the file away."
            yield Problem("E045", file.where, "No chapter, answer or claim shows this program", hint)
    for name, matter in declarations.matters.items():
        where = declarations.at(name)
        if name not in programs:
            hint = f"Name a file of {', '.join(sorted(folders))}, such as guide/run_sync.py."
            yield Problem("E047", where, f"There is no program {name}", hint)
        for kind, given, known in (("driver", matter.runs_on, tuple(DIALECTS)), ("line", matter.sqlalchemy, LINES)):
            for item in given:
                if item not in known:
                    yield Problem("E047", where, f"The {kind} {item} is unknown", f"Known are: {', '.join(known)}.")


def shown_programs(documents: Documents) -> Iterator[str]:
    """The programs that some document shows, by path below snippets/."""
    for page in documents.pages:
        yield from (name for _, name in included(page))
    yield from (page.matter.program for page in documents.faq.values())
    yield from (claim.proof for claim in documents.claims.values)
