"""What became new or different, as a page and as a feed."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from itertools import groupby
from typing import TYPE_CHECKING

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from troubleshooter.catalogue.loading import catalogue
from troubleshooter.catalogue.schema_documents import Change
from troubleshooter.portal.titles import links

if TYPE_CHECKING:
    Base = Feed[Change, None]
else:
    Base = Feed


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """All changes by day, the newest first."""
    everything = catalogue()
    days = [
        (day, [(change, identity(change), links(change.pages, everything)) for change in found])
        for day, found in groupby(everything.changes, key=lambda change: change.date)
    ]
    return render(request, "portal/changes.html", {"here": "changes", "days": days})


class ChangesFeed(Base):
    """The changes as Atom."""

    feed_type = Atom1Feed
    title = "Async SQLAlchemy troubleshooter: changes"
    subtitle = "New and corrected root causes and claims."
    link = reverse_lazy("changes")
    author_name = "Async SQLAlchemy troubleshooter"

    def items(self) -> Iterable[Change]:
        """The newest fifty."""
        return catalogue().changes[:50]

    def item_title(self, item: Change) -> str:
        """The sentence itself."""
        return f"{item.kind.capitalize()}: {item.said}"

    def item_description(self, item: Change) -> str:
        """The pages that it is about."""
        return ", ".join(page.title for page in links(item.pages, catalogue()))

    def item_link(self, item: Change) -> str:
        """Its place on the page of changes."""
        return f"{reverse_lazy('changes')}#{identity(item)}"

    def item_updateddate(self, item: Change) -> datetime:
        """Its day; content knows no hours."""
        return _midnight(item.date)


def identity(change: Change) -> str:
    """An anchor that stays when others are added above."""
    return f"{change.date}-{'-'.join(change.said.lower().split()[:6]).translate(_NO_MARKS)}"


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


_NO_MARKS = str.maketrans("", "", ".,:;()`'\"?")
