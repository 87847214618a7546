"""What the search finds, by group, and whether a traceback was searched for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from django.urls import reverse
from django.utils.html import strip_tags

from troubleshooter.catalogue.loading import catalogue
from troubleshooter.catalogue.schema import Catalogue
from troubleshooter.catalogue.search import Document, Hit, Index
from troubleshooter.diagnosis.parsing import parse
from troubleshooter.diagnosis.paste import clean

GROUPS = ("Root causes", "Questions")
LIMIT, COMMON = 2000, 1.5


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
        url, weight = reverse("cause", args=[slug]), COMMON if matter.common else 1.0
        yield Document(GROUPS[0], url, matter.title, matter.summary, "\n".join(exact), "\n".join(prose), weight)
    for slug, question in everything.questions.items():
        url = reverse("cause", args=[slug])
        exact = [question.matter.asks, slug, *question.matter.references, *patterns(slug, everything)]
        title, summary = question.matter.title, question.matter.summary
        yield Document(GROUPS[1], url, title, summary, "\n".join(exact), plain(question.html))


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
