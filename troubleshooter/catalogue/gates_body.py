"""The gates on a page's Markdown: its headings, its code fences and its links."""

import re
from collections.abc import Iterator
from typing import Any

from troubleshooter.catalogue.pages import Page, rows, sections
from troubleshooter.catalogue.places import Places
from troubleshooter.catalogue.problems import Problem
from troubleshooter.catalogue.schema import HEADINGS, CauseMatter

FENCES = ("sh", "toml", "ini")
CODE = re.compile(r"`[^`]*`")
LINK = re.compile(r"\]\(\s*<?([^)\s>]+)|^\s*\[[^\]]+\]:\s*<?([^\s>]+)")


def check(page: Page[Any], own: str, places: Places) -> Iterator[Problem]:
    """All that is wrong with the body of a page whose address is `own`."""
    if isinstance(page.matter, CauseMatter):
        yield from _headings(page)
    for row in rows(page):
        if row.fence is not None and row.fence not in FENCES:
            said = f"says {row.fence}" if row.fence else "names no language"
            hint = f"Name one of {', '.join(FENCES)}; Python comes from the snippets."
            yield Problem("E018", page.file.at(row.number), f"The code fence {said}", hint)
        if not row.inside:
            for target in links(row.text):
                yield from check_link(target, page.file.at(row.number), own, places)


def links(text: str) -> list[str]:
    """Where the links of one line of Markdown lead."""
    return [match[1] or match[2] for match in LINK.finditer(CODE.sub("", text))]


def check_link(target: str, where: str, own: str, places: Places) -> Iterator[Problem]:
    """A link that leads nowhere from the page `own`."""
    if not places.has(target, own):
        hint = "Write the whole address of a page, such as /causes/<slug>/ or /guide/<slug>/#<anchor>, or https://."
        yield Problem("E019", where, f"The link {target} is dead", hint)


def _headings(page: Page[Any]) -> Iterator[Problem]:
    """Unknown, missing, repeated, misordered and empty sections."""
    before, *found = sections(page)
    titles = [section.title for section in found]
    order = f"The headings are, in this order: {', '.join(HEADINGS)}."
    if before.text.strip():
        yield Problem("E015", page.file.at(before.line), "There is text above the first heading", order)
    for section in found:
        where = page.file.at(section.line)
        if section.title not in HEADINGS:
            yield Problem("E015", where, f"The heading “{section.title}” is unknown", order)
        elif not section.text.strip():
            yield Problem("E016", where, f"Nothing stands under “{section.title}”", "Write it.")
    missing = [title for title in HEADINGS if title not in titles]
    if missing:
        yield Problem("E016", page.file.where, f"The heading “{missing[0]}” is missing", order)
    known = [title for title in titles if title in HEADINGS]
    if known != [title for title in HEADINGS if title in titles]:
        message = "The headings are out of order, or one stands twice"
        yield Problem("E017", page.file.at(found[0].line), message, order)
