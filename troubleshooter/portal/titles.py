"""What the page at an address of this site is called."""

from dataclasses import dataclass

from troubleshooter.catalogue.schema import Catalogue

PAGES = {
    "/": "Paste a traceback",
    "/guide/": "Guide",
    "/causes/": "Root causes",
    "/pitfalls/": "Pitfalls",
    "/faq/": "FAQ",
    "/truth/": "What people say, and what is true",
    "/tree/": "The decision tree",
    "/verified/": "What ran, and where",
    "/changes/": "Changes",
    "/api/": "API",
}


@dataclass(frozen=True, slots=True)
class Link:
    """An address with the words that lead there."""

    url: str
    title: str


def link(url: str, catalogue: Catalogue) -> Link:
    """Gives an address with its page's title; one of another site with itself."""
    path, _, anchor = url.partition("#")
    room, _, slug = path.strip("/").partition("/")
    if path == "/faq/" and anchor in catalogue.faq:
        return Link(url, catalogue.faq[anchor].matter.question)
    if path == "/truth/" and anchor in catalogue.claims:
        return Link(url, f"Claim: {catalogue.claims[anchor].claim}")
    if room == "guide" and slug in catalogue.chapters:
        chapter = catalogue.chapters[slug]
        inside = next((heading.title for heading in chapter.body.headings if heading.anchor == anchor), "")
        return Link(url, f"{chapter.matter.title}: {inside}" if inside else chapter.matter.title)
    node = catalogue.causes.get(slug) or catalogue.questions.get(slug)
    if room in ("causes", "tree") and node:
        return Link(url, node.matter.title)
    return Link(url, PAGES.get(path, url))


def links(urls: tuple[str, ...], catalogue: Catalogue) -> tuple[Link, ...]:
    """Gives several addresses with their titles."""
    return tuple(link(url, catalogue) for url in urls)


def shown_at(name: str, catalogue: Catalogue) -> str:
    """Gives the address where a program is shown first, by its path below snippets/; that of its file otherwise."""
    for chapter in catalogue.chapters.values():
        if any(part.program == name for part in chapter.body.parts):
            return f"/guide/{chapter.slug}/"
    for answer in catalogue.faq.values():
        if name == answer.matter.program or any(part.program == name for part in answer.body.parts):
            return f"/faq/#{answer.slug}"
    for claim in catalogue.claims.values():
        if name == claim.proof:
            return f"/truth/#{claim.slug}"
    return f"/programs/{name}"
