"""The gates on the guide, the FAQ and the ledger of claims."""

import re
from collections.abc import Iterator, Mapping, Set
from typing import Any

from troubleshooter.catalogue import gates_body
from troubleshooter.catalogue.documents import Documents
from troubleshooter.catalogue.files import File
from troubleshooter.catalogue.gates_matter import SLUG
from troubleshooter.catalogue.including import FIGURE, included
from troubleshooter.catalogue.pages import Page, rows
from troubleshooter.catalogue.places import Places
from troubleshooter.catalogue.problems import Problem

FAQ_WORDS = 120
LONE_INCLUDE = "{{"
UNSAFE = re.compile(r"<\s*(script|style|foreignObject|image)\b|\s(style|on\w+)\s*=|href\s*=\s*[\"'][^#]", re.IGNORECASE)
"""What the content security policy forbids in a page, or what loads from elsewhere."""


def check(documents: Documents, names: Set[str], causes: Set[str], places: Places) -> Iterator[Problem]:
    """All that is wrong with the documents; `names` are all programs below snippets/, `causes` all root causes."""
    for slug, chapter in documents.chapters.items():
        yield from _page(chapter, f"/guide/{slug}/", names, documents.figures, places)
        for pitfall in chapter.matter.pitfalls:
            if pitfall not in causes:
                message = f"`pitfalls` names {pitfall}, and there is no such root cause"
                hint = f"Take it out, or write content/causes/{pitfall}.md."
                yield Problem("E043", chapter.at("pitfalls"), message, hint)
    for answer in documents.faq.values():
        yield from _page(answer, "/faq/", names, documents.figures, places)
        words = len(answer.body.split())
        if words > FAQ_WORDS:
            hint = f"Say it in at most {FAQ_WORDS}, or write a chapter."
            yield Problem("E050", answer.file.at(answer.above + 1), f"The body has {words} words", hint)
        if answer.matter.program:
            yield from _proof(answer.matter.program, answer.at("program"), names)
        for target in answer.matter.links:
            yield from gates_body.check_link(target, answer.at("links"), "/faq/", places)
    yield from _numbers(documents.chapters, "chapter")
    yield from _numbers(documents.faq, "order")
    yield from _claims(documents, names, places)
    yield from _changes(documents, causes, places)
    yield from _figures(documents)


def _page(page: Page[Any], own: str, names: Set[str], figures: Mapping[str, File], places: Places) -> Iterator[Problem]:
    """What is wrong with a slug, headings, includes, fences and links."""
    if not SLUG.fullmatch(page.slug):
        hint = "Name the file in small letters, digits and hyphens, such as run-sync.md."
        yield Problem("E009", page.file.where, f"{page.slug} is no slug", hint)
    shown = dict(included(page))
    for number, name in shown.items():
        if name not in figures and (FIGURE.fullmatch(name) or name not in names):
            hint = "Name a program by its path below snippets/, or a figure as figures/<name>.svg."
            yield Problem("E042", page.file.at(number), f"There is no {name} to show", hint)
    for row in rows(page):
        where = page.file.at(row.number)
        if not row.inside and row.text.startswith("# "):
            yield Problem("E015", where, "The title stands in the front matter", "Start headings with ##.")
        lone = LONE_INCLUDE in gates_body.CODE.sub("", row.text) and row.number not in shown
        if not row.inside and lone:
            hint = "Put it on a line of its own, without indentation."
            yield Problem("E042", where, "A program is shown inside other text", hint)
    yield from gates_body.check(page, own, places)


def _numbers(pages: Mapping[str, Page[Any]], key: str) -> Iterator[Problem]:
    """Pages with the same place in the order."""
    taken: dict[int, str] = {}
    for slug, page in pages.items():
        number = getattr(page.matter, key)
        if number in taken:
            hint = f"{taken[number]} has it too: give one of them another."
            yield Problem("E041", page.at(key), f"The number {number} is taken twice", hint)
        taken.setdefault(number, slug)


def _claims(documents: Documents, names: Set[str], places: Places) -> Iterator[Problem]:
    """Claims with a slug that is none or taken, without a proof, and with dead links."""
    taken = set[str]()
    for index, claim in documents.claims.items:
        where = documents.claims.at("claims", "slug", index)
        if not SLUG.fullmatch(claim.slug):
            yield Problem("E009", where, f"{claim.slug} is no slug", "Write small letters, digits and hyphens.")
        if claim.slug in taken:
            yield Problem("E049", where, f"The claim {claim.slug} stands here twice", "Rename one of them.")
        taken.add(claim.slug)
        yield from _proof(claim.proof, documents.claims.at("claims", "proof", index), names)
        for target in claim.see:
            yield from gates_body.check_link(target, documents.claims.at("claims", "see", index), "/truth/", places)


def _changes(documents: Documents, causes: Set[str], places: Places) -> Iterator[Problem]:
    """Changes out of order or with dead links, and root causes and claims that none of them announces."""
    changes = documents.changes
    for index, change in changes.items:
        if index and change.date > changes.items[index - 1][1].date:
            where, hint = changes.at("changes", "date", index), "Write the newest at the top of the file."
            yield Problem("E051", where, "This change is newer than the one above it", hint)
        for target in change.pages:
            yield from gates_body.check_link(target, changes.at("changes", "pages", index), "/changes/", places)
    announced = {target for change in changes.values for target in change.pages}
    written = [f"/causes/{slug}/" for slug in sorted(causes)]
    written += [f"/truth/#{claim.slug}" for claim in documents.claims.values]
    for target in written:
        if changes.file and target not in announced:
            hint = "Add [[changes]] at its top, with date, kind, said and pages."
            yield Problem("E052", changes.file.where, f"No change announces {target}", hint)


def _proof(name: str, where: str, names: Set[str]) -> Iterator[Problem]:
    if name not in names:
        hint = "Write it, or name another by its path below snippets/, such as truth/one_thread.py."
        yield Problem("E046", where, f"The program snippets/{name} is missing", hint)


def _figures(documents: Documents) -> Iterator[Problem]:
    """Figures that a strict page cannot hold, and such as nobody shows."""
    shown = {name for page in documents.pages for _, name in included(page)}
    for name, file in documents.figures.items():
        found = UNSAFE.search(file.text)
        if found or not file.text.lstrip().startswith("<svg"):
            said = f"has {found[0].strip()!r}" if found else "does not start with <svg"
            line = file.text.count("\n", 0, found.start()) + 1 if found else 1
            hint = "Write plain shapes with classes or attributes such as fill; no script, style or link."
            yield Problem("E048", file.at(line), f"The figure {said}", hint)
        if name not in shown:
            hint = f"Write {{{{ {name} }}}} where it belongs, or take the file away."
            yield Problem("E045", file.where, "No page shows this figure", hint)
