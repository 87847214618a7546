"""A pair without highlighting, its telling lines marked: light enough for a table that holds every pair."""

from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from troubleshooter.catalogue.rendering import marked_lines
from troubleshooter.catalogue.schema import Cause
from troubleshooter.portal.proofs import BROKEN, FIXED

MARK, SPAN = SafeString("mark"), SafeString("span")


@dataclass(frozen=True, slots=True)
class Side:
    """One program of a pair: `kind` is broken or fixed."""

    kind: str
    file: str
    url: str
    html: SafeString


def sides(cause: Cause) -> tuple[Side, ...]:
    """Gives the broken program and the first that fixes it; nothing where there is no such pair."""
    proof = next((fix.proof for fix in cause.matter.fixes if fix.proof), FIXED)
    before, after = cause.snippets.get(BROKEN), cause.snippets.get(proof)
    if before is None or after is None:
        return ()
    wrong, right = _both(before.text, after.text)
    return (_side(cause, "broken", BROKEN, wrong), _side(cause, "fixed", proof, right))


def _side(cause: Cause, kind: str, file: str, html: SafeString) -> Side:
    return Side(kind, file, reverse("snippet", args=[cause.slug, file.removesuffix(".py")]), html)


@lru_cache(maxsize=512)
def _both(before: str, after: str) -> tuple[SafeString, SafeString]:
    wrong, right = marked_lines(before, after)
    return _html(before, wrong), _html(after, right)


def _html(source: str, mark: set[int]) -> SafeString:
    """The text with an element for each line."""
    rows = enumerate(source.strip("\n").split("\n"), 1)
    lines = ((MARK if number in mark else SPAN, f"{line}\n") for number, line in rows)
    return format_html("<pre><code>{}</code></pre>", format_html_join("", '<{0} class="line">{1}</{0}>', lines))
