"""Reads the guide, the FAQ and the ledger of claims, and builds what the pages show of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from troubleshooter.catalogue.files import File, read, read_all
from troubleshooter.catalogue.including import body
from troubleshooter.catalogue.matter import Matter, convert, key_line, read_toml
from troubleshooter.catalogue.pages import Page, parse_as
from troubleshooter.catalogue.problems import Problem
from troubleshooter.catalogue.schema_documents import Answer, Change, Chapter, Claim, FaqMatter, GuideMatter

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Tables(Generic[Item]):
    """What one TOML file lists, each with its place in it; no `file` where there is none to read."""

    file: File | None = None
    items: tuple[tuple[int, Item], ...] = ()

    @property
    def values(self) -> tuple[Item, ...]:
        """What is listed, without the places."""
        return tuple(item for _, item in self.items)

    def at(self, table: str, key: str, index: int) -> str:
        """`file:line` of a key of the `index`th table."""
        return self.file.at(key_line(self.file, key, table, index)) if self.file else ""


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents that could be read, by slug in reading order; `unread` are the others' addresses."""

    chapters: Mapping[str, Page[GuideMatter]]
    faq: Mapping[str, Page[FaqMatter]]
    figures: Mapping[str, File]
    claims: Tables[Claim] = Tables()
    changes: Tables[Change] = Tables()
    unread: frozenset[str] = field(default_factory=frozenset)

    @property
    def pages(self) -> tuple[Page[GuideMatter] | Page[FaqMatter], ...]:
        """All that have a body."""
        return (*self.chapters.values(), *self.faq.values())


def read_documents(content: Path) -> tuple[Documents, list[Problem]]:
    """The documents of a content, none where it has none, and what is wrong with those that cannot be read."""
    chapters, problems = _pages(content, "guide", GuideMatter)
    faq, found = _pages(content, "faq", FaqMatter)
    problems += found
    figures, found = read_all(content, "figures/*.svg")
    problems += found
    claims, found = _tables(content, "claims.toml", "claims", Claim)
    problems += found
    changes, found = _tables(content, "changes.toml", "changes", Change)
    problems += found
    unread = {path.stem for path in (content / "guide").glob("*.md")} - chapters.keys()
    return Documents(
        dict(sorted(chapters.items(), key=lambda item: (item[1].matter.chapter, item[0]))),
        dict(sorted(faq.items(), key=lambda item: (item[1].matter.order, item[0]))),
        {f"figures/{figure.path.name}": figure for figure in figures},
        claims,
        changes,
        frozenset(unread),
    ), problems


def build_chapters(documents: Documents) -> dict[str, Chapter]:
    """The chapters, their bodies ready for a page."""
    figures = {name: file.text for name, file in documents.figures.items()}
    return {slug: Chapter(slug, page.matter, body(page, figures)) for slug, page in documents.chapters.items()}


def build_faq(documents: Documents) -> dict[str, Answer]:
    """The FAQ; the ids of a body's headings start with its slug, since all stand on one page."""
    figures = {name: file.text for name, file in documents.figures.items()}
    return {slug: Answer(slug, page.matter, body(page, figures, slug)) for slug, page in documents.faq.items()}


def _pages(content: Path, folder: str, kind: type[Matter]) -> tuple[dict[str, Page[Matter]], list[Problem]]:
    files, problems = read_all(content, f"{folder}/*.md")
    pages: dict[str, Page[Matter]] = {}
    for file in files:
        parsed = parse_as(file, kind)
        if isinstance(parsed, Page):
            pages[parsed.slug] = parsed
        else:
            problems += parsed
    return pages, problems


def _tables(content: Path, name: str, key: str, kind: type[Matter]) -> tuple[Tables[Matter], list[Problem]]:
    """What a file lists as `[[key]]`, nothing where it is absent, and what is wrong with the others."""
    if not (content / name).exists():
        return Tables(), []
    file = read(content / name, content)
    if isinstance(file, Problem):
        return Tables(), [file]
    data = read_toml(file, file.text)
    if isinstance(data, Problem):
        return Tables(file), [data]
    items = data.get(key)
    if data.keys() != {key} or not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        hint = f"Write [[{key}]] above each, and nothing above the first."
        return Tables(file), [Problem("E006", file.where, f"The file holds something else than {key}", hint)]
    found, problems = list[tuple[int, Matter]](), list[Problem]()
    for index, item in enumerate(items):
        converted = convert(file, item, kind, key, index)
        if isinstance(converted, list):
            problems += converted
        else:
            found.append((index, converted))
    return Tables(file, tuple(found)), problems
