"""A program as a document shows it: its source, what it printed, and when it last ran."""

from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from troubleshooter.catalogue.rendering import highlight
from troubleshooter.catalogue.running import is_broken
from troubleshooter.catalogue.schema import Catalogue, Cause, Run
from troubleshooter.catalogue.schema_documents import Program
from troubleshooter.portal.proofs import runs_of, stamp


@dataclass(frozen=True, slots=True)
class Printed:
    """What a program printed; `on` names the SQLAlchemy where it did not print the same on all."""

    text: str
    on: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """One program of snippets/, with its path there and the address of the file that runs alone."""

    name: str
    source: str
    url: str
    printed: tuple[Printed, ...]
    stamp: str
    breaks: bool

    @property
    def html(self) -> SafeString:
        """The highlighted source."""
        return _highlighted(self.source)


def listing(name: str, catalogue: Catalogue) -> Listing | None:
    """Gives a program by its path below snippets/, None where there is none."""
    folder, _, file = name.partition("/")
    item: Cause | Program | None = catalogue.programs.get(name.removesuffix(".py")) or catalogue.causes.get(folder)
    if item is None or file not in item.snippets:
        return None
    view = "program" if isinstance(item, Program) else "snippet"
    url = reverse(view, args=[folder, file.removesuffix(".py")])
    runs = runs_of(item, file)
    return Listing(name, item.snippets[file].text, url, _printed(runs), stamp(item, file), is_broken(file))


def _printed(runs: list[Run]) -> tuple[Printed, ...]:
    """What the runs printed: once where all printed the same."""
    texts = [f"{run.output}{raised(run.errors)}".strip("\n") for run in runs]
    if len(set(texts)) <= 1:
        return tuple(Printed(text) for text in texts[:1] if text)
    return tuple(Printed(text, run.versions.get("sqlalchemy", "")) for text, run in zip(texts, runs, strict=True))


def raised(errors: str) -> str:
    """Gives what stands below the last frame of a traceback: the exception and all that it says."""
    lines = errors.strip("\n").split("\n")
    below = [number for number, line in enumerate(lines[:-1], 1) if line.startswith("  ")]
    return "\n".join(lines[below[-1] if below else 0 :])


@lru_cache(maxsize=1024)
def _highlighted(source: str) -> SafeString:
    # Pygments escapes what it sets; the source is one of our own files.
    return mark_safe(highlight(source))  # noqa: S308
