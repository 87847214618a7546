"""The gates on a page's front matter: family, summary, templates, fixes and the slugs it names."""

import ast
import re
from collections.abc import Iterator

from troubleshooter.catalogue.drivers import DIALECTS
from troubleshooter.catalogue.pages import NodePage
from troubleshooter.catalogue.problems import Problem
from troubleshooter.catalogue.schema import FAMILIES, CauseMatter
from troubleshooter.diagnosis.names import PLACEHOLDERS

SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
SUMMARY_WORDS = 30
SINCE_20 = re.compile(
    r"async_sessionmaker|AsyncAttrs|awaitable_attrs|write_only|WriteOnlyMapped|mapped_column|Mapped\["
)
"""What SQLAlchemy 1.4 has not: a fix that needs it must not be shown to somebody who runs 1.4."""


def check(page: NodePage, slugs: frozenset[str]) -> Iterator[Problem]:
    """All that is wrong with the front matter of a page; `slugs` are all pages there are."""
    yield from _head(page)
    if isinstance(page.matter, CauseMatter):
        yield from _templates(page, page.matter)
        yield from _fixes(page, page.matter)
        for driver in page.matter.runs_on or ("",):
            if driver not in DIALECTS:
                hint = f"Known are: {', '.join(DIALECTS)}."
                yield Problem("E023", page.at("runs_on"), f"`runs_on` names no driver that is known: {driver!r}", hint)
        for slug in page.matter.similar:
            if slug not in slugs or slug == page.slug:
                message = f"`similar` names {slug}, and there is no other page of that name"
                yield Problem("E022", page.at("similar"), message, f"Take it out, or write {slug}.md.")


def _head(page: NodePage) -> Iterator[Problem]:
    """The slug, the family and the length of the summary."""
    matter = page.matter
    if not SLUG.fullmatch(page.slug):
        hint = "Name the file in small letters, digits and hyphens, such as lazy-load-relationship.md."
        yield Problem("E009", page.file.where, f"{page.slug} is no slug", hint)
    if matter.family not in FAMILIES:
        hint = f"Known are: {', '.join(FAMILIES)}."
        yield Problem("E010", page.at("family"), f"The family {matter.family} is unknown", hint)
    words = len(matter.summary.split())
    if words > SUMMARY_WORDS:
        message = f"The summary has {words} words"
        yield Problem("E011", page.at("summary"), message, f"Say it in at most {SUMMARY_WORDS}.")


def _templates(page: NodePage, matter: CauseMatter) -> Iterator[Problem]:
    """Placeholders that no paste can fill."""
    templates = [(matter.verdict, "verdict", page.at("verdict"))]
    for index, fix in enumerate(matter.fixes):
        templates += [(text, "named", page.at("named", "fixes", index)) for text in fix.named]
        templates.append((fix.replace, "replace", page.at("replace", "fixes", index)))
    for text, key, where in templates:
        for name in PLACEHOLDER.findall(text):
            if name not in PLACEHOLDERS:
                hint = f"Known are: {', '.join(sorted(PLACEHOLDERS))}."
                yield Problem("E012", where, f"`{key}` has the unknown placeholder {{{name}}}", hint)


def _fixes(page: NodePage, matter: CauseMatter) -> Iterator[Problem]:
    """Fixes with neither or both of code and command, and templates that are no Python."""
    for index, fix in enumerate(matter.fixes):
        where = page.at("title", "fixes", index)
        if bool(fix.code.strip()) == bool(fix.command.strip()):
            message = f"The fix “{fix.title}” has {'both' if fix.code else 'neither'} of `code` and `command`"
            yield Problem("E014", where, message, "Give it one: `code` out of a snippet, or a `command`.")
        newer = SINCE_20.search("\n".join((fix.code, *fix.named, fix.replace)))
        if newer and (not fix.applies_to.sqlalchemy or "1.4" in fix.applies_to.sqlalchemy):
            message = f"The fix “{fix.title}” needs {newer[0]}, which SQLAlchemy 1.4 has not"
            hint = 'Add applies_to = { sqlalchemy = ["2.0", "2.1"] }, and a fix for 1.4 if there is one.'
            yield Problem("E028", where, message, hint)
        where = page.at("named", "fixes", index)
        for text in fix.named if fix.code else ():
            if not _is_python(sample(text)):
                hint = f"With sample names it reads: {sample(text)!r}. Write whole statements."
                yield Problem("E013", where, "A template in `named` is not valid Python", hint)
        where = page.at("replace", "fixes", index)
        if fix.replace and not _is_python(f"({sample(fix.replace)}\n)"):
            hint = f"With sample names it reads: {sample(fix.replace)!r}. Write one expression."
            yield Problem("E013", where, "`replace` is not a Python expression", hint)


def sample(template: str) -> str:
    """A template with each placeholder filled by a name that it could stand for."""
    fitting = {"expression": "owner.attribute", "line": "1"}
    return PLACEHOLDER.sub(lambda match: fitting.get(match[1], match[1]), template)


def _is_python(text: str) -> bool:
    """Whether Python can read the text; the head of a block may stand without its body."""
    block = text + "\n    ..." if text.rstrip().endswith(":") else text
    try:
        ast.parse(block)
    except SyntaxError:
        return False
    return True
