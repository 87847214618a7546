"""Reads content/ and snippets/ into a Catalogue, and says all that is wrong with them at once."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from django.conf import settings

from troubleshooter.catalogue import (
    gates_body,
    gates_documents,
    gates_matter,
    gates_programs,
    gates_snippets,
    gates_tree,
    record,
)
from troubleshooter.catalogue.documents import build_chapters, build_faq, read_documents
from troubleshooter.catalogue.files import File, read, read_all
from troubleshooter.catalogue.pages import NodePage, Page, parse, sections
from troubleshooter.catalogue.places import Places, places
from troubleshooter.catalogue.problems import ContentError, Problem
from troubleshooter.catalogue.programs import build_programs, read_declarations, valid_runs
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
from troubleshooter.catalogue.schema_documents import FOLDERS
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
    documents, found = read_documents(content)
    declarations, undeclared = read_declarations(snippets)
    tree_file, schema = read(content / "tree.toml", content), read(snippets / "schema.py", snippets)
    files, unread = read_all(snippets, "*/*.py")
    runs = record.load(content)
    problems += [*found, *undeclared, *unread]
    problems += [item for item in (tree_file, schema, runs) if isinstance(item, Problem)]
    slugs = frozenset(path.stem for path in (content / "causes").glob("*.md"))
    tree = trees.Tree({})
    if isinstance(tree_file, File):
        tree, found = _tree(tree_file, pages, slugs)
        problems += found
    folders: dict[str, dict[str, File]] = {}
    for file in files:
        folders.setdefault(file.path.parent.name, {})[file.path.name] = file
    own = {folder: folders.pop(folder) for folder in FOLDERS if folder in folders}
    programs = {f"{folder}/{name}": file for folder, found in own.items() for name, file in found.items()}
    causes = {slug for slug, page in pages.items() if isinstance(page.matter, CauseMatter)} | (slugs - pages.keys())
    names = {f"{slug}/{name}" for slug, found in folders.items() for name in found} | programs.keys()
    known = places(pages, slugs, documents)
    problems += _gates(pages, slugs, causes, folders, snippets.name, known)
    problems += gates_documents.check(documents, names, causes, known)
    problems += gates_programs.check(programs, declarations, documents, set(FOLDERS))
    shared = schema.text if isinstance(schema, File) else ""
    ran = {} if isinstance(runs, Problem) else runs
    order = _reading_order(pages, tree)
    pairs = _sources(folders, shared)
    built = [_cause(page, pairs.get(page.slug, {}), ran) for page in order]
    questions = [_question(page) for page in order]
    return Catalogue(
        MappingProxyType({cause.slug: cause for cause in built if cause}),
        MappingProxyType({question.slug: question for question in questions if question}),
        tree,
        Source(snippets / "schema.py", shared, digest(shared)),
        MappingProxyType(build_chapters(documents)),
        MappingProxyType(build_faq(documents)),
        MappingProxyType({claim.slug: claim for claim in documents.claims.values}),
        MappingProxyType(build_programs(_sources(own, shared), declarations, ran)),
        documents.changes.values,
    ), problems


def _sources(folders: Mapping[str, Mapping[str, File]], shared: str) -> dict[str, dict[str, Source]]:
    """The programs of each folder, each with the digest of all that its output depends on."""
    return {
        folder: {
            name: Source(file.path, file.text, digest(file.text, shared, *_helpers(folder, found)))
            for name, file in found.items()
        }
        for folder, found in folders.items()
    }


def _helpers(folder: str, found: Mapping[str, File]) -> list[str]:
    """The texts of the modules that a cause's snippets share: what they print depends on these too."""
    if folder in FOLDERS:
        return []
    return [file.text for name, file in sorted(found.items()) if not is_snippet(name)]


def digest(*texts: str) -> str:
    """The SHA-256 of texts, one after the other."""
    return sha256("".join(texts).encode()).hexdigest()


def _pages(content: Path) -> tuple[dict[str, NodePage], list[Problem]]:
    """The pages that can be read, by slug, and what is wrong with the others."""
    files, problems = read_all(content, "causes/*.md")
    pages: dict[str, NodePage] = {}
    for file in files:
        parsed = parse(file)
        if isinstance(parsed, Page):
            pages[parsed.slug] = parsed
        else:
            problems += parsed
    return pages, problems


def _tree(file: File, pages: Mapping[str, NodePage], slugs: frozenset[str]) -> tuple[trees.Tree, list[Problem]]:
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
    pages: Mapping[str, NodePage],
    slugs: frozenset[str],
    causes: set[str],
    folders: Mapping[str, Mapping[str, File]],
    root: str,
    known: Places,
) -> Iterator[Problem]:
    """What is wrong with the pages and with their snippets; `causes` includes what cannot be read."""
    for page in pages.values():
        yield from gates_matter.check(page, slugs)
        yield from gates_body.check(page, f"/causes/{page.slug}/", known)
        if isinstance(page.matter, CauseMatter):
            snippets = folders.get(page.slug, {})
            yield from gates_snippets.check(page, page.matter, snippets, f"{root}/{page.slug}")
    yield from gates_snippets.check_strays(folders.keys(), causes)


def _reading_order(pages: Mapping[str, NodePage], tree: trees.Tree) -> list[NodePage]:
    """The pages by family, inside a family the common ones first, then as the tree reaches them."""
    families, reached = list(FAMILIES), list(gates_tree.reachable(tree))

    def place(page: NodePage) -> tuple[int, bool, int, str]:
        family = families.index(page.matter.family) if page.matter.family in families else len(families)
        is_rare = not getattr(page.matter, "common", False)
        return family, is_rare, reached.index(page.slug) if page.slug in reached else len(reached), page.slug

    return sorted(pages.values(), key=place)


def _cause(page: NodePage, sources: Mapping[str, Source], runs: record.Record) -> Cause | None:
    """The page as a root cause with those runs that are of its snippets as they are; None for a question."""
    if not isinstance(page.matter, CauseMatter):
        return None
    texts = {section.title: section.text for section in sections(page)[1:]}
    html = {title: render(text, title) for title, text in texts.items()}
    valid = valid_runs(sources, runs.get(page.slug, {}))
    frozen = MappingProxyType(html), MappingProxyType(sources), MappingProxyType(valid)
    return Cause(page.slug, page.matter, *frozen, MappingProxyType(texts))


def _question(page: NodePage) -> Question | None:
    """The page as a question; None for a root cause."""
    if not isinstance(page.matter, QuestionMatter):
        return None
    return Question(page.slug, page.matter, render(page.body), page.body.strip("\n"))
