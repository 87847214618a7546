"""One page of content/causes: its front matter as a struct, its body as numbered lines and sections."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from troubleshooter.catalogue.files import File
from troubleshooter.catalogue.matter import convert, key_line
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
class Page:
    """A page whose front matter could be read."""

    slug: str
    file: File
    matter: CauseMatter | QuestionMatter
    body: str
    above: int

    def at(self, key: str, table: str = "", index: int = 0) -> str:
        """`file:line` of a key of the front matter."""
        return self.file.at(key_line(self.file, key, table, index))


def parse(file: File) -> Page | list[Problem]:
    """The page, or all that is wrong with its front matter."""
    first, _, rest = file.text.partition("\n")
    head, found, body = rest.partition(f"\n{EDGE}\n")
    if first != EDGE or not found:
        hint = f"Start the file with a line {EDGE}, then the keys, then another line {EDGE}."
        return [Problem("E004", file.at(1), "The front matter is missing", hint)]
    try:
        data = tomllib.loads(head)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        where = file.at(int(place[1]) + 1 if place else None)
        return [Problem("E005", where, f"The front matter is not TOML: {error}", "Put that line right.")]
    matter = convert(file, data, QuestionMatter) if "asks" in data else convert(file, data, CauseMatter)
    if isinstance(matter, list):
        return matter
    return Page(file.path.stem, file, matter, body, head.count("\n") + 3)


def rows(page: Page) -> Iterator[Row]:
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


def sections(page: Page) -> list[Section]:
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
