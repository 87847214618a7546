"""What the guide, the FAQ and the ledger of claims hold, once read and checked."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from msgspec import Meta, Struct

from troubleshooter.catalogue.schema import LINES, OneLine, Run, Source, Text

FOLDERS = ("guide", "faq", "truth")
"""The folders of snippets/ whose programs belong to documents and not to a root cause."""

Verdict = Literal["true", "misleading", "false"]


class GuideMatter(Struct, frozen=True, forbid_unknown_fields=True):
    """The front matter of a chapter: content/guide/<slug>.md; `pitfalls` are slugs of root causes."""

    title: OneLine
    chapter: int
    summary: Text
    references: Annotated[tuple[Text, ...], Meta(min_length=1)]
    pitfalls: tuple[str, ...] = ()


class FaqMatter(Struct, frozen=True, forbid_unknown_fields=True):
    """The front matter of a question that people ask: content/faq/<slug>.md."""

    question: OneLine
    order: int
    answer: Text
    program: str = ""
    links: tuple[str, ...] = ()


class Claim(Struct, frozen=True, forbid_unknown_fields=True):
    """A claim as people make it, what is true, and the program that shows it: one of content/claims.toml."""

    slug: str
    topic: OneLine
    claim: OneLine
    verdict: Verdict
    truth: Text
    proof: Text
    see: tuple[str, ...] = ()


class Change(Struct, frozen=True, forbid_unknown_fields=True):
    """What became new or different on a day, in one sentence: one of content/changes.toml, the newest first."""

    date: datetime.date
    kind: Literal["new", "changed", "corrected"]
    said: OneLine
    pages: Annotated[tuple[str, ...], Meta(min_length=1)]


class ProgramMatter(Struct, frozen=True, forbid_unknown_fields=True):
    """Where one program of a document runs: a table of snippets/programs.toml."""

    runs_on: Annotated[tuple[str, ...], Meta(min_length=1)] = ("aiosqlite",)
    sqlalchemy: Annotated[tuple[str, ...], Meta(min_length=1)] = LINES


@dataclass(frozen=True, slots=True)
class Program:
    """A program of a document, such as guide/run_sync: a pair of one, so to say, with the same runs as a cause's."""

    slug: str
    matter: ProgramMatter
    snippets: Mapping[str, Source]
    matrix: Mapping[tuple[str, str, str], Run]

    @property
    def folder(self) -> str:
        """The folder of snippets/ that it lies in, which is also its place in the record."""
        return self.slug.partition("/")[0]

    @property
    def file(self) -> str:
        """Its file's name."""
        return next(iter(self.snippets))

    @property
    def measured(self) -> Mapping[str, str]:
        """Nothing: only the fixes of a cause compete."""
        return {}

    @property
    def runs_on(self) -> tuple[str, ...]:
        """The drivers that it runs on."""
        return self.matter.runs_on

    @property
    def runs(self) -> Mapping[tuple[str, str], Run]:
        """The recorded runs on the first driver: those that the page shows."""
        first = self.matter.runs_on[0]
        return {(name, line): run for (name, line, driver), run in self.matrix.items() if driver == first}


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a body: HTML, or the name of a program (`guide/run_sync.py`) that is shown there."""

    html: str = ""
    program: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a chapter and the anchor that leads to it."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body ready for a page: its parts in order, its headings, and the Markdown that it came from."""

    parts: tuple[Part, ...] = ()
    headings: tuple[Heading, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the guide."""

    slug: str
    matter: GuideMatter
    body: Body


@dataclass(frozen=True, slots=True)
class Answer:
    """What people ask, answered: one of the FAQ."""

    slug: str
    matter: FaqMatter
    body: Body
