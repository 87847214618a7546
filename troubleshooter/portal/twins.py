"""The pages as Markdown: the same words, programs as fenced code, links whole."""

import re
from collections.abc import Iterable, Iterator

from troubleshooter.catalogue.fixes import Way, generic
from troubleshooter.catalogue.including import INCLUDE
from troubleshooter.catalogue.schema import FAMILIES, Catalogue, Cause, Question
from troubleshooter.catalogue.schema_documents import Answer, Chapter
from troubleshooter.portal.ledger import topics
from troubleshooter.portal.listings import listing
from troubleshooter.portal.markdown import block
from troubleshooter.portal.titles import links

INSIDE = re.compile(r"\]\(/(?!/)")


def cause_twin(cause: Cause, catalogue: Catalogue, origin: str) -> str:
    """Gives the page of a root cause."""
    first, *others = generic(cause)
    return _joined(_cause(cause, first, others, catalogue), origin)


def _cause(cause: Cause, first: Way, others: list[Way], catalogue: Catalogue) -> Iterator[str]:
    matter, texts = cause.matter, cause.texts
    yield from (f"# {matter.title}", "", matter.summary)
    for message in matter.messages:
        yield from block(message.text, "text")
        if message.where:
            yield from ("", message.where)
    yield from ("", "## What happened", "", texts["What happened"])
    yield from ("", "## Fix", *_way(first))
    yield from _program(f"{cause.slug}/broken.py", catalogue)
    yield from _program(f"{cause.slug}/{first.proof or 'fixed.py'}", catalogue)
    if others:
        yield from ("", "## Other ways out")
        for way in others:
            yield from _way(way)
    for title in ("Confirm it", "Prevent it", "Looks similar"):
        yield from ("", f"## {title}", "", texts[title])
    yield from ("", "## Read on", "", *(f"- {url}" for url in matter.references))


def question_twin(question: Question, catalogue: Catalogue, origin: str) -> str:
    """Gives the page of a question."""
    branches = catalogue.tree.branches.get(question.slug, ())
    answers = {f"- {branch.answer}: [{branch.to}](/causes/{branch.to}/)": None for branch in branches}
    matter = question.matter
    head = (f"# {matter.title}", "", matter.summary, "", question.text)
    return _joined((*head, "", f"## {matter.asks}", "", *answers), origin)


def chapter_twin(chapter: Chapter, catalogue: Catalogue, origin: str) -> str:
    """Gives a chapter with its pitfalls."""
    matter = chapter.matter
    lines = [f"# {matter.title}", "", matter.summary, "", *_body(chapter.body.text, catalogue)]
    if matter.pitfalls:
        lines += ["", "## Pitfalls", "", *_table(catalogue.causes[slug] for slug in matter.pitfalls)]
    lines += ["", "## Read on", "", *(f"- {url}" for url in matter.references)]
    return _joined(lines, origin)


def faq_twin(catalogue: Catalogue, origin: str) -> str:
    """Gives all questions with their answers."""
    parts = (line for answer in catalogue.faq.values() for line in _answer(answer, catalogue))
    return _joined(("# Questions people ask", *parts), origin)


def _answer(answer: Answer, catalogue: Catalogue) -> Iterator[str]:
    yield from ("", f"## {answer.matter.question}", "", answer.matter.answer)
    if answer.body.text:
        yield from ("", *_body(answer.body.text, catalogue))
    yield from _program(answer.matter.program, catalogue)
    yield from _see(answer.matter.links, catalogue)


def truth_twin(catalogue: Catalogue, origin: str) -> str:
    """Gives the ledger of claims."""
    lines = ["# What people say, and what is true"]
    for topic in topics(catalogue):
        lines += ["", f"## {topic.name}"]
        for entry in topic.entries:
            claim = entry.claim
            lines += ["", f"### “{claim.claim}”", "", f"**{claim.verdict.title()}.** {claim.truth}"]
            lines += [*_program(claim.proof, catalogue), *_see(claim.see, catalogue)]
    return _joined(lines, origin)


def pitfalls_twin(catalogue: Catalogue, origin: str) -> str:
    """Gives the whole table of pitfalls."""
    lines = ["# Pitfalls"]
    for family, meaning in FAMILIES.items():
        causes = [cause for cause in catalogue.causes.values() if cause.matter.family == family]
        lines += ["", f"## {meaning}", "", *_table(causes)] if causes else []
    return _joined(lines, origin)


def _way(way: Way) -> Iterator[str]:
    yield from ("", f"### {way.title}", *block(way.code, "sh" if way.shell else "python"))
    yield from ("", f"Choose this when: {way.choose_when}", "", f"Costs: {way.costs}")


def _body(text: str, catalogue: Catalogue) -> Iterator[str]:
    """A body with its programs in the place of the lines that name them; a figure is left out."""
    for line in text.split("\n"):
        found = INCLUDE.fullmatch(line.rstrip())
        if found:
            yield from _program(found[1], catalogue)
        else:
            yield line


def _program(name: str, catalogue: Catalogue) -> Iterator[str]:
    shown = listing(name, catalogue) if name else None
    if shown is None:
        return
    yield from ("", f"[`{shown.name}`]({shown.url}):", *block(shown.source, "python"))
    for printed in shown.printed:
        yield from ("", f"Printed{f' on SQLAlchemy {printed.on}' if printed.on else ''}:", *block(printed.text, "text"))
    if shown.stamp:
        yield from ("", f"Ran on {shown.stamp}.")


def _see(urls: tuple[str, ...], catalogue: Catalogue) -> Iterator[str]:
    if urls:
        yield from ("", f"See {', '.join(f'[{link.title}]({link.url})' for link in links(urls, catalogue))}.")


def _table(causes: Iterable[Cause]) -> Iterator[str]:
    yield from ("| Pitfall | What is printed | What to do |", "|---|---|---|")
    for cause in causes:
        cells = (cause.matter.symptom, cause.matter.says, cause.matter.fix)
        symptom, says, fix = (cell.replace("|", "\\|") for cell in cells)
        yield f"| [{symptom}](/causes/{cause.slug}/) | {says} | {fix} |"


def _joined(lines: Iterable[str], origin: str) -> str:
    """The lines as one text without runs of blank lines outside code; links inside the site made whole."""
    kept, fence = list[str](), ""
    for line in "\n".join(lines).split("\n"):
        if not fence and not line and kept and not kept[-1]:
            continue
        mark = re.match(r"`{3,}", line)
        fence = fence if fence and line != fence else mark[0] if mark and not fence else ""
        kept.append(line if fence else INSIDE.sub(f"]({origin}/", line))
    return "\n".join(kept).strip("\n") + "\n"
