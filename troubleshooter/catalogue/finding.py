"""What the search finds, by group, and whether a traceback was searched for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from django.utils.html import strip_tags

from troubleshooter.catalogue.loading import catalogue
from troubleshooter.catalogue.schema import Catalogue
from troubleshooter.catalogue.search import Document, Hit, Index
from troubleshooter.diagnosis.parsing import parse
from troubleshooter.diagnosis.paste import clean

GROUPS = ("Root causes", "Questions", "Guide", "FAQ", "What people say")
LIMIT, COMMON = 2000, 1.5
HEADING = re.compile(r"<h2 id=")


@dataclass(frozen=True, slots=True)
class Group:
    """The hits of one kind, the best first."""

    name: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, by group; `read_as` and `paste` are '' unless a word was respelt, or a traceback given."""

    groups: tuple[Group, ...]
    count: int
    read_as: str
    paste: str


def search(asked: str) -> Answer:
    """Searches all pages; a traceback among what was asked is given back as a paste."""
    found = index().find(asked)
    names = sorted(GROUPS, key=lambda name: next((i for i, hit in enumerate(found.hits) if hit.group == name), 999))
    groups = (Group(name, tuple(hit for hit in found.hits if hit.group == name)) for name in names)
    return Answer(
        tuple(group for group in groups if group.hits),
        len(found.hits),
        found.read_as,
        asked if is_traceback(asked) else "",
    )


def is_traceback(text: str) -> bool:
    """Whether a text holds frames of a traceback, and is no mere message."""
    return any(raised.frames for chain in parse(clean(text)).chains for raised in chain.raised)


@lru_cache(maxsize=1)
def index() -> Index:
    """The index of this installation, built once."""
    return Index(documents(catalogue()))


def documents(everything: Catalogue) -> Iterator[Document]:
    """All that can be found."""
    for slug, cause in everything.causes.items():
        matter = cause.matter
        exact = [*(message.text for message in matter.messages), matter.symptom, matter.says, matter.fix]
        exact += [fix.code or fix.command for fix in matter.fixes]
        exact += [*matter.references, *patterns(slug, everything), slug]
        prose = [text for fix in matter.fixes for text in (fix.title, fix.choose_when)]
        prose += [plain(html) for html in cause.sections.values()]
        url, weight = f"/causes/{slug}/", COMMON if matter.common else 1.0
        yield Document(GROUPS[0], url, matter.title, matter.summary, "\n".join(exact), "\n".join(prose), weight)
    for slug, question in everything.questions.items():
        url = f"/causes/{slug}/"
        exact = [question.matter.asks, slug, *question.matter.references, *patterns(slug, everything)]
        title, summary = question.matter.title, question.matter.summary
        yield Document(GROUPS[1], url, title, summary, "\n".join(exact), plain(question.html))
    yield from _chapters(everything)
    for slug, answer in everything.faq.items():
        asked = answer.matter
        yield Document(GROUPS[3], f"/faq/#{slug}", asked.question, asked.answer, slug, answer.body.text)
    for slug, claim in everything.claims.items():
        yield Document(GROUPS[4], f"/truth/#{slug}", claim.claim, claim.truth, slug, claim.topic)


def _chapters(everything: Catalogue) -> Iterator[Document]:
    """Each chapter as a whole, and each of its sections."""
    for slug, chapter in everything.chapters.items():
        url, matter = f"/guide/{slug}/", chapter.matter
        yield Document(GROUPS[2], url, matter.title, matter.summary, slug, "")
        html = "".join(part.html for part in chapter.body.parts)
        for heading, found in zip(chapter.body.headings, HEADING.split(html)[1:], strict=False):
            title = f"{heading.title} ({matter.title})"
            yield Document(GROUPS[2], f"{url}#{heading.anchor}", title, "", "", plain(found.partition("</h")[2]))


def patterns(slug: str, everything: Catalogue) -> Iterator[str]:
    """The error codes, types and messages by which the tree leads to a node."""
    for branches in everything.tree.branches.values():
        for branch in branches:
            if branch.to == slug:
                for predicate in ("error_code", "exception", "message"):
                    yield from branch.conditions.get(predicate, ())


def plain(html: str) -> str:
    """The text of rendered Markdown, without the marks beside its headings."""
    return unescape(strip_tags(html.replace('title="Link to this heading">#</a>', "></a>")))
