"""The pages for what went wrong: what it was, what was kept, what to do."""

from difflib import get_close_matches

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from troubleshooter.catalogue.loading import catalogue
from troubleshooter.catalogue.receiving import size_beside, size_in_words
from troubleshooter.portal.naming import Named, named


def too_large(request: HttpRequest, size: int) -> HttpResponse:
    """Says how large the paste was and how to get at the answer all the same."""
    limit = settings.PASTE_LIMIT
    said = {"size": size_beside(size, limit), "limit": size_in_words(limit)}
    return render(request, "portal/errors/413.html", said, status=413)


def unreadable(request: HttpRequest, title: str, advice: str) -> HttpResponse:
    """Says why there was nothing to read in what was sent."""
    return render(request, "portal/errors/unreadable.html", {"title": title, "advice": advice}, status=400)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answers a request that no page of this site makes."""
    return render(request, "portal/errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answers a request that this site does not grant."""
    return render(request, "portal/errors/403.html", status=403)


def forgery(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answers a form that came without the cookie which shows that it is ours."""
    return render(request, "portal/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Offers the pages whose names come near the one that was asked for."""
    return render(request, "portal/errors/404.html", {"near": near(request.path)}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answers when the fault is ours."""
    return render(request, "portal/errors/500.html", status=500)


def near(path: str) -> tuple[Named, ...]:
    """Gives the nodes whose slug is most like the last part of a path."""
    asked = path.strip("/").rpartition("/")[2].lower()
    everything = catalogue()
    slugs = [*everything.causes, *everything.questions]
    found = get_close_matches(asked[:80], slugs, n=4, cutoff=0.4)
    return tuple(named(slug, everything) for slug in found)
