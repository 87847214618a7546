"""The addresses of this site that content may link to, each with its anchors."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from troubleshooter.catalogue.documents import Documents
from troubleshooter.catalogue.pages import NodePage, Page, rows
from troubleshooter.catalogue.rendering import heading_id
from troubleshooter.catalogue.schema import FAMILIES, CauseMatter

HEADING = re.compile(r"(#{2,6})\s+(.*?)\s*#*\s*")
OUTSIDE = ("https://", "http://", "mailto:")
CAUSE_ANCHORS = ("what", "fix", "ways", "measured", "confirm", "prevent", "similar", "recognised", "references")
QUESTION_ANCHORS = ("asks", "recognised", "references")
"""The ids that the page of every root cause, and of every question, has of itself."""


@dataclass(frozen=True, slots=True)
class Places:
    """The anchors of each address; None where the page cannot be read, so that any may be there."""

    anchors: Mapping[str, frozenset[str] | None]

    def has(self, target: str, own: str) -> bool:
        """Whether a link that stands on the page `own` leads anywhere."""
        if target.startswith(OUTSIDE):
            return True
        address, _, anchor = target.partition("#")
        path = address.partition("?")[0] or own
        if path not in self.anchors or (address and not address.startswith("/")):
            return False
        known = self.anchors[path]
        return known is None or not anchor or anchor in known


def places(pages: Mapping[str, NodePage], slugs: frozenset[str], documents: Documents) -> Places:
    """All addresses of a content; `slugs` names the causes and questions that cannot be read as well."""
    questions = {slug for slug in slugs if slug not in pages or not isinstance(pages[slug].matter, CauseMatter)}
    chapters = {f"/guide/{slug}/": frozenset(heading_ids(page)) for slug, page in documents.chapters.items()}
    return Places(
        {
            **dict.fromkeys(("/", "/search/", "/changes/"), frozenset[str]()),
            "/guide/": frozenset(),
            "/tree/": frozenset(FAMILIES),
            "/verified/": slugs | {"programs", "versions"},
            **{f"/tree/{slug}/": frozenset[str]() for slug in ("start", *questions)},
            "/causes/": frozenset(FAMILIES),
            "/pitfalls/": slugs,
            **{f"/causes/{slug}/": _anchors(pages.get(slug)) for slug in slugs},
            **chapters,
            **{f"/guide/{slug}/": None for slug in documents.unread},
            "/faq/": frozenset(documents.faq),
            "/truth/": frozenset(claim.slug for claim in documents.claims.values),
        }
    )


def _anchors(page: NodePage | None) -> frozenset[str] | None:
    if page is None:
        return None
    own = CAUSE_ANCHORS if isinstance(page.matter, CauseMatter) else QUESTION_ANCHORS
    return frozenset((*own, *heading_ids(page, sectioned=True)))


def heading_ids(page: Page[Any], sectioned: bool = False) -> Iterator[str]:
    """The ids of a body's headings; `sectioned`: those below each second-level heading start with its text."""
    prefix = ""
    for row in rows(page):
        found = None if row.inside else HEADING.fullmatch(row.text)
        if found and sectioned and len(found[1]) == 2:
            prefix = found[2]
        elif found:
            yield heading_id(found[2], prefix)
