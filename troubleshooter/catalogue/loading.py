"""Reads content/ and snippets/ into a Catalogue, and says all that is wrong with them at once."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from django.conf import settings

from troubleshooter.catalogue import gates_body, gates_matter, gates_snippets, gates_tree, record
from troubleshooter.catalogue.files import File, read, read_all
from troubleshooter.catalogue.pages import Page, parse, sections
from troubleshooter.catalogue.problems import ContentError, Problem
from troubleshooter.catalogue.rendering import render
from troubleshooter.catalogue.running import is_snippet
from troubleshooter.catalogue.schema import (
    FAMILIES,
    Catalogue,
    Cause,
    CauseMatter,
    Question,
    QuestionMatter,
    Source,
)
from troubleshooter.diagnosis import tree as trees


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The catalogue of this installation, read once; raises ContentError when the content is wrong."""
    return load(settings.CONTENT_DIR, settings.SNIPPETS_DIR)


def load(content: Path, snippets: Path) -> Catalogue:
    """The whole catalogue; raises ContentError with all problems when there are any."""
    built, problems = survey(content, snippets)
    if problems:
        raise ContentError(problems)
    return built


def survey(content: Path, snippets: Path) -> tuple[Catalogue, list[Problem]]:
    """What of the catalogue could be read, and all that is wrong."""
    pages, problems = _pages(content)
    tree_file, schema = read(content / "tree.toml", content), read(snippets / "schema.py", snippets)
    files, unread = read_all(snippets, "*/*.py")
    runs = record.load(content)
    problems += [*unread, *(item for item in (tree_file, schema, runs) if isinstance(item, Problem))]
    slugs = frozenset(path.stem for path in (content / "causes").glob("*.md"))
    tree = trees.Tree({})
    if isinstance(tree_file, File):
        tree, found = _tree(tree_file, pages, slugs)
        problems += found
    folders: dict[str, dict[str, File]] = {}
    for file in files:
        folders.setdefault(file.path.parent.name, {})[file.path.name] = file
    problems += _gates(pages, slugs, folders, snippets.name)
    shared = schema.text if isinstance(schema, File) else ""
    sources = {
        slug: {
            name: Source(file.path, file.text, digest(file.text, shared, *_helpers(found)))
            for name, file in found.items()
        }
        for slug, found in folders.items()
    }
    order = _reading_order(pages, tree)
    ran = {} if isinstance(runs, Problem) else runs
    causes = [_cause(page, sources.get(page.slug, {}), ran) for page in order]
    questions = [_question(page) for page in order]
    return Catalogue(
        MappingProxyType({cause.slug: cause for cause in causes if cause}),
        MappingProxyType({question.slug: question for question in questions if question}),
        tree,
        Source(snippets / "schema.py", shared, digest(shared)),
    ), problems


def _helpers(folder: Mapping[str, File]) -> list[str]:
    """The texts of the modules that the snippets of a folder share: what they print depends on these too."""
    return [file.text for name, file in sorted(folder.items()) if not is_snippet(name)]


def digest(*texts: str) -> str:
    """The SHA-256 of texts, one after the other."""
    return sha256("".join(texts).encode()).hexdigest()


def _pages(content: Path) -> tuple[dict[str, Page], list[Problem]]:
    """The pages that can be read, by slug, and what is wrong with the others."""
    files, problems = read_all(content, "causes/*.md")
    pages: dict[str, Page] = {}
    for file in files:
        parsed = parse(file)
        if isinstance(parsed, Page):
            pages[parsed.slug] = parsed
        else:
            problems += parsed
    return pages, problems


def _tree(file: File, pages: Mapping[str, Page], slugs: frozenset[str]) -> tuple[trees.Tree, list[Problem]]:
    """The tree, empty when it cannot be read, and what is wrong with it."""
    try:
        tree = trees.load(file.text)
    except trees.TreeError as error:
        place = re.match(r"\[\[(.+?)\]\] branch (\d+)", str(error))
        line = gates_tree.branch_lines(file).get((place[1], int(place[2]) - 1)) if place else None
        hint = "CONTRIBUTING.md lists the predicates and the keys of a branch."
        return trees.Tree({}), [Problem("E030", file.at(line), str(error).rstrip("."), hint)]
    return tree, list(gates_tree.check(tree, file, pages, slugs))


def _gates(
    pages: Mapping[str, Page], slugs: frozenset[str], folders: Mapping[str, Mapping[str, File]], root: str
) -> Iterator[Problem]:
    """What is wrong with the pages and with their snippets."""
    unread = slugs - pages.keys()
    for page in pages.values():
        yield from gates_matter.check(page, slugs)
        yield from gates_body.check(page, slugs)
        if isinstance(page.matter, CauseMatter):
            snippets = folders.get(page.slug, {})
            yield from gates_snippets.check(page, page.matter, snippets, f"{root}/{page.slug}")
    causes = {slug for slug, page in pages.items() if isinstance(page.matter, CauseMatter)}
    yield from gates_snippets.check_strays(folders.keys(), causes | unread)


def _reading_order(pages: Mapping[str, Page], tree: trees.Tree) -> list[Page]:
    """The pages by family, inside a family the common ones first, then as the tree reaches them."""
    families, reached = list(FAMILIES), list(gates_tree.reachable(tree))

    def place(page: Page) -> tuple[int, bool, int, str]:
        family = families.index(page.matter.family) if page.matter.family in families else len(families)
        is_rare = not getattr(page.matter, "common", False)
        return family, is_rare, reached.index(page.slug) if page.slug in reached else len(reached), page.slug

    return sorted(pages.values(), key=place)


def _cause(page: Page, sources: Mapping[str, Source], runs: record.Record) -> Cause | None:
    """The page as a root cause with those runs that are of its snippets as they are; None for a question."""
    if not isinstance(page.matter, CauseMatter):
        return None
    html = {section.title: render(section.text, section.title) for section in sections(page)[1:]}
    valid = {
        (name, line, driver): run
        for name, lines in runs.get(page.slug, {}).items()
        for line, drivers in lines.items()
        for driver, run in drivers.items()
        if name in sources and run.digest == sources[name].digest
    }
    frozen = MappingProxyType(html), MappingProxyType(sources), MappingProxyType(valid)
    return Cause(page.slug, page.matter, *frozen)


def _question(page: Page) -> Question | None:
    """The page as a question; None for a root cause."""
    if not isinstance(page.matter, QuestionMatter):
        return None
    return Question(page.slug, page.matter, render(page.body))
