"""What the catalogue holds, as data: the same words as on the pages, links whole."""

from typing import Any

from msgspec import to_builtins

from troubleshooter.catalogue.finding import Answer
from troubleshooter.catalogue.schema import Cause, Run


def in_short(cause: Cause, origin: str) -> dict[str, Any]:
    """A root cause as a list shows it."""
    matter = cause.matter
    return {
        "slug": cause.slug,
        "title": matter.title,
        "family": matter.family,
        "summary": matter.summary,
        "symptom": matter.symptom,
        "says": matter.says,
        "fix": matter.fix,
        "url": f"{origin}/causes/{cause.slug}/",
    }


def in_full(cause: Cause, origin: str) -> dict[str, Any]:
    """A root cause with all keys of its front matter, its sections as Markdown, and its programs with their runs."""
    return {
        **in_short(cause, origin),
        **to_builtins(cause.matter),
        "sections": [{"title": title, "markdown": text} for title, text in cause.texts.items()],
        "programs": [_program(cause, file, origin) for file in cause.snippets],
    }


def found(answer: Answer, origin: str) -> dict[str, Any]:
    """What was found, by group."""
    return {
        "count": answer.count,
        "read_as": answer.read_as or None,
        "is_traceback": bool(answer.paste),
        "groups": [
            {
                "name": group.name,
                "hits": [
                    {
                        "title": "".join(hit.title),
                        "summary": "".join(hit.summary),
                        "excerpt": "".join(hit.excerpt),
                        "url": f"{origin}{hit.url}",
                    }
                    for hit in group.hits
                ],
            }
            for group in answer.groups
        ],
    }


def _program(cause: Cause, file: str, origin: str) -> dict[str, Any]:
    runs = sorted((line, driver) for name, line, driver in cause.matrix if name == file)
    return {
        "file": file,
        "url": f"{origin}/causes/{cause.slug}/{file}",
        "source": cause.snippets[file].text,
        "runs": [_run(line, driver, cause.matrix[file, line, driver]) for line, driver in runs],
    }


def _run(line: str, driver: str, run: Run) -> dict[str, Any]:
    """One recorded run without what it printed."""
    return {
        "sqlalchemy": line,
        "driver": driver,
        "exit_status": run.exit_status,
        "ran_on": run.ran_on.isoformat(),
        "versions": dict(sorted(run.versions.items())),
        "counts": to_builtins(run.counts),
    }
