"""What content/ and snippets/ hold, once read and checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from troubleshooter.diagnosis.tree import Tree

if TYPE_CHECKING:
    from troubleshooter.catalogue.schema_documents import Answer, Change, Chapter, Claim, Program

HEADINGS = ("What happened", "Confirm it", "Prevent it", "Looks similar")
"""The headings of a cause's page, in this order; *Fix* and *Other ways out* are made from `fixes`."""

FAMILIES = {
    "greenlet": "I/O was attempted where no greenlet bridge was open",
    "await": "Synchronous and asynchronous calls were mixed",
    "concurrency": "One session, connection or engine in two places at once",
    "session": "The unit of work is in another state than the code believes",
    "pool": "Getting and keeping a connection",
    "driver": "URL, installation and value rules of one driver",
    "database": "Not an async problem, said plainly",
}

LINES = ("2.0", "2.1")
"""The SQLAlchemy lines on which `manage.py verify` runs the snippets."""

Text = Annotated[str, Meta(min_length=1)]
OneLine = Annotated[str, Meta(pattern=r"\A[^\n]+\Z")]


class AppliesTo(Struct, frozen=True, forbid_unknown_fields=True):
    """Where something exists or can happen; an empty tuple means everywhere."""

    sqlalchemy: tuple[str, ...] = ()
    drivers: tuple[str, ...] = ()
    frameworks: tuple[str, ...] = ()


class Message(Struct, frozen=True, forbid_unknown_fields=True):
    """One wording of the error as a person would search for it, and where it is printed so."""

    text: Text
    where: str = ""


class Fix(Struct, frozen=True, forbid_unknown_fields=True):
    """One way out: `code` out of the snippet that proves it, or a `command`; `named` in the user's names.

    Every line of `code` stands in the file `proof` (a test holds it there). A fix has `code` or `command`.
    `named` (templates, best first) and `replace` are filled with `diagnosis.names`; `replace` stands for the
    marked expression of the culprit's line. A template whose names the paste does not show is passed over.
    A fix that is `measured` competes with others: what its proof asks of the database is counted.
    """

    title: OneLine
    choose_when: Text
    costs: Text
    proof: str = ""
    code: str = ""
    command: str = ""
    named: tuple[str, ...] = ()
    replace: str = ""
    applies_to: AppliesTo = AppliesTo()
    measured: bool = False


class CauseMatter(Struct, frozen=True, forbid_unknown_fields=True):
    """The front matter of a root cause: content/causes/<slug>.md.

    `unproven` says why no short program can show the fault anywhere; then the cause has no pair.
    """

    title: OneLine
    family: str
    summary: Text
    verdict: Text
    verdict_plain: Text
    symptom: OneLine
    says: OneLine
    fix: OneLine
    messages: Annotated[tuple[Message, ...], Meta(min_length=1)]
    fixes: Annotated[tuple[Fix, ...], Meta(min_length=1)]
    similar: tuple[str, ...]
    references: Annotated[tuple[Text, ...], Meta(min_length=1)]
    applies_to: AppliesTo = AppliesTo()
    runs_on: tuple[str, ...] = ("aiosqlite",)
    common: bool = False
    unproven: str = ""


class QuestionMatter(Struct, frozen=True, forbid_unknown_fields=True):
    """The front matter of an inner node, which asks: content/causes/<slug>.md."""

    title: OneLine
    family: str
    summary: Text
    asks: Text
    paste_next: Text
    references: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One snippet file: its text, and the SHA-256 of text and shared schema together."""

    path: Path
    text: str
    digest: str


class Counts(Struct, frozen=True):
    """What one program asked of the database in a world of so many authors with two books each.

    `statements` went through a cursor, `rows` came from the driver, `connections` were used at least once.
    `round_trips` are the answers of the server that the program waited for; None without a server.
    """

    authors: int
    statements: int
    rows: int
    round_trips: int | None
    connections: int


class Run(Struct, frozen=True, omit_defaults=True):
    """One recorded run of one snippet on one SQLAlchemy line and driver, with its counts if it is measured."""

    digest: str
    exit_status: int
    output: str
    errors: str
    ran_on: date
    versions: Mapping[str, str]
    counts: Counts | None = None


@dataclass(frozen=True, slots=True)
class Cause:
    """A leaf of the tree: a root cause with its page, its snippets and what they printed when they last ran.

    `sections` maps each of HEADINGS to HTML; `snippets` maps a file's name (`broken.py`) to its source;
    `matrix` maps (file name, SQLAlchemy line, driver) to its recorded run, `runs` (file name, line) to that on
    the first driver of `runs_on`; `texts` maps each heading to the Markdown that its section came from.
    """

    slug: str
    matter: CauseMatter
    sections: Mapping[str, str]
    snippets: Mapping[str, Source]
    matrix: Mapping[tuple[str, str, str], Run]
    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def folder(self) -> str:
        """The folder of snippets/ that the pair lies in, which is also its place in the record."""
        return self.slug

    @property
    def runs_on(self) -> tuple[str, ...]:
        """The drivers that the pair runs on."""
        return self.matter.runs_on

    @property
    def runs(self) -> Mapping[tuple[str, str], Run]:
        """The recorded runs on the first driver: those that the page shows."""
        first = self.matter.runs_on[0]
        return {(name, line): run for (name, line, driver), run in self.matrix.items() if driver == first}

    @property
    def measured(self) -> Mapping[str, str]:
        """The programs whose work is counted, each with the title of its fix."""
        return {fix.proof: fix.title for fix in self.matter.fixes if fix.measured}


@dataclass(frozen=True, slots=True)
class Question:
    """An inner node of the tree: the one thing it asks, as a page; `text` is the Markdown that `html` came from."""

    slug: str
    matter: QuestionMatter
    html: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All content, checked whole, each by slug in reading order: causes and questions with their tree, documents.

    `programs` are those of the documents, by path below snippets/ without the suffix (`guide/run_sync`).
    """

    causes: Mapping[str, Cause]
    questions: Mapping[str, Question]
    tree: Tree
    schema: Source
    chapters: "Mapping[str, Chapter]" = field(default_factory=lambda: MappingProxyType({}))
    faq: "Mapping[str, Answer]" = field(default_factory=lambda: MappingProxyType({}))
    claims: "Mapping[str, Claim]" = field(default_factory=lambda: MappingProxyType({}))
    programs: "Mapping[str, Program]" = field(default_factory=lambda: MappingProxyType({}))
    changes: "tuple[Change, ...]" = ()
