"""Reads the guide, the FAQ and the ledger of claims, and builds what the pages show of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from troubleshooter.catalogue.files import File, read, read_all
from troubleshooter.catalogue.including import body
from troubleshooter.catalogue.matter import Matter, convert, read_toml
from troubleshooter.catalogue.pages import Page, parse_as
from troubleshooter.catalogue.problems import Problem
from troubleshooter.catalogue.schema_documents import Answer, Chapter, Claim, FaqMatter, GuideMatter

CLAIMS = "claims.toml"


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents that could be read, by slug in reading order; `unread` are the others' addresses."""

    chapters: Mapping[str, Page[GuideMatter]]
    faq: Mapping[str, Page[FaqMatter]]
    figures: Mapping[str, File]
    claims_file: File | None = None
    claims: tuple[tuple[int, Claim], ...] = ()
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
    file, claims, found = _claims(content)
    problems += found
    unread = {path.stem for path in (content / "guide").glob("*.md")} - chapters.keys()
    return Documents(
        dict(sorted(chapters.items(), key=lambda item: (item[1].matter.chapter, item[0]))),
        dict(sorted(faq.items(), key=lambda item: (item[1].matter.order, item[0]))),
        {f"figures/{figure.path.name}": figure for figure in figures},
        file,
        claims,
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


def _claims(content: Path) -> tuple[File | None, tuple[tuple[int, Claim], ...], list[Problem]]:
    """The file of claims, the claims with their place in it, and what is wrong with the others."""
    if not (content / CLAIMS).exists():
        return None, (), []
    file = read(content / CLAIMS, content)
    if isinstance(file, Problem):
        return None, (), [file]
    data = read_toml(file, file.text)
    if isinstance(data, Problem):
        return file, (), [data]
    items = data.get("claims")
    if data.keys() != {"claims"} or not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        hint = "Write [[claims]] above each claim, and nothing above the first."
        return file, (), [Problem("E006", file.where, "The file holds something else than claims", hint)]
    claims, problems = list[tuple[int, Claim]](), list[Problem]()
    for index, item in enumerate(items):
        claim = convert(file, item, Claim, "claims", index)
        if isinstance(claim, Claim):
            claims.append((index, claim))
        else:
            problems += claim
    return file, tuple(claims), problems
