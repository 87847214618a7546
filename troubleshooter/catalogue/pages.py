"""One page of content: its front matter as a struct, its body as numbered lines and sections."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic

from troubleshooter.catalogue.files import File
from troubleshooter.catalogue.matter import Matter, convert, key_line, read_toml
from troubleshooter.catalogue.problems import Problem
from troubleshooter.catalogue.schema import CauseMatter, QuestionMatter

EDGE = "+++"
CODE_FENCE = re.compile(r"\s*(`{3,}|~{3,})\s*(.*)")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a page's body; `fence` is the language of the code fence that it opens, None elsewhere."""

    number: int
    text: str
    inside: bool
    fence: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """The text under one heading (title '' for what stands above the first), whose line is `line`."""

    title: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Page(Generic[Matter]):
    """A page whose front matter could be read."""

    slug: str
    file: File
    matter: Matter
    body: str
    above: int

    def at(self, key: str, table: str = "", index: int = 0) -> str:
        """`file:line` of a key of the front matter."""
        return self.file.at(key_line(self.file, key, table, index))


NodePage = Page[CauseMatter] | Page[QuestionMatter]


def parse(file: File) -> NodePage | list[Problem]:
    """The page of a node of the tree, or all that is wrong with its front matter."""
    found = _split(file)
    if isinstance(found, Problem):
        return [found]
    return _page(file, *found, QuestionMatter) if "asks" in found[0] else _page(file, *found, CauseMatter)


def parse_as(file: File, kind: type[Matter]) -> Page[Matter] | list[Problem]:
    """The page of a document, or all that is wrong with its front matter."""
    found = _split(file)
    return [found] if isinstance(found, Problem) else _page(file, *found, kind)


def _split(file: File) -> tuple[dict[str, Any], str, int] | Problem:
    """The keys of the front matter, the body, and the number of lines above it."""
    first, _, rest = file.text.partition("\n")
    head, found, body = rest.partition(f"\n{EDGE}\n")
    if first != EDGE or not found:
        hint = f"Start the file with a line {EDGE}, then the keys, then another line {EDGE}."
        return Problem("E004", file.at(1), "The front matter is missing", hint)
    data = read_toml(file, head, above=1)
    return data if isinstance(data, Problem) else (data, body, head.count("\n") + 3)


def _page(file: File, data: dict[str, Any], body: str, above: int, kind: type[Matter]) -> Page[Matter] | list[Problem]:
    matter = convert(file, data, kind)
    return matter if isinstance(matter, list) else Page(file.path.stem, file, matter, body, above)


def rows(page: Page[Any]) -> Iterator[Row]:
    """The lines of the body, numbered as in the file, each knowing whether it belongs to a code fence."""
    fence = ""
    for number, text in enumerate(page.body.split("\n"), page.above + 1):
        mark = CODE_FENCE.match(text)
        if mark and not fence:
            fence = mark[1]
            yield Row(number, text, True, mark[2].strip())
        elif mark and mark[1].startswith(fence) and not mark[2].strip():
            fence = ""
            yield Row(number, text, True)
        else:
            yield Row(number, text, bool(fence))


def sections(page: Page[Any]) -> list[Section]:
    """The parts of the body, cut at its headings of the first (`# ` kept) and second level."""
    title, line, kept, found = "", page.above + 1, list[str](), []
    for row in rows(page):
        heading = None if row.inside else re.match(r"#\s.*|##\s+(.*)", row.text)
        if heading:
            found.append(Section(title, line, "\n".join(kept).strip("\n")))
            title, line, kept = (heading[1] or row.text).strip(), row.number, []
        else:
            kept.append(row.text)
    return [*found, Section(title, line, "\n".join(kept).strip("\n"))]
