"""Bodies of documents: Markdown in which a line such as `{{ guide/run_sync.py }}` shows a program or a figure."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from troubleshooter.catalogue.pages import Page, rows
from troubleshooter.catalogue.rendering import render_whole
from troubleshooter.catalogue.schema_documents import Body, Heading, Part

INCLUDE = re.compile(r"\{\{\s*([^\s{}]+)\s*\}\}")
FIGURE = re.compile(r"figures/[a-z0-9-]+\.svg")
MARK = "\ue000"
"""A private-use character: no text has it, and Markdown leaves it alone."""
MARKED = re.compile(rf"<p>{MARK}(\d+){MARK}</p>")


def included(page: Page[Any]) -> Iterator[tuple[int, str]]:
    """The line and the name of every program and figure that a page shows."""
    for row in rows(page):
        found = None if row.inside else INCLUDE.fullmatch(row.text.rstrip())
        if found:
            yield row.number, found[1]


def body(page: Page[Any], figures: Mapping[str, str], prefix: str = "") -> Body:
    """The body as parts; `figures` are the texts of the figures by name, `prefix` starts the ids of headings."""
    names, lines = list[str](), list[str]()
    for row in rows(page):
        found = None if row.inside else INCLUDE.fullmatch(row.text.rstrip())
        if found:
            lines += ["", f"{MARK}{len(names)}{MARK}", ""]
            names.append(found[1])
        else:
            lines.append(row.text)
    html, headings = render_whole("\n".join(lines), prefix)
    pieces = MARKED.split(html)
    parts = [_part(piece, index % 2 == 1, names, figures) for index, piece in enumerate(pieces)]
    kept = tuple(part for part in parts if part.program or part.html.strip())
    return Body(kept, tuple(Heading(*heading) for heading in headings), page.body.strip("\n"))


def _part(piece: str, is_include: bool, names: list[str], figures: Mapping[str, str]) -> Part:
    if not is_include:
        return Part(html=piece)
    name = names[int(piece)]
    if FIGURE.fullmatch(name):
        return Part(html=f'<figure class="figure">{figures.get(name, "")}</figure>')
    return Part(program=name)
