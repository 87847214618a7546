"""Refusals as problem details (RFC 9457); `type` is the place of the readable page that says what to do."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from troubleshooter.catalogue.addressing import origin
from troubleshooter.catalogue.receiving import size_beside, size_in_words

PAGE = "/api/"
MEDIA_TYPE = "application/problem+json"
NO_HEADERS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of refusal: its anchor, its status, what it is, and what to do."""

    slug: str
    status: int
    title: str
    advice: str


KINDS = {
    kind.slug: kind
    for kind in (
        Kind("bad-request", 400, "The request cannot be read", "`detail` names the part that is wrong."),
        Kind("nothing-to-read", 400, "There was nothing to read", "Send what your terminal, log or CI printed."),
        Kind("not-found", 404, "There is nothing at this address", "Look at the addresses on this page."),
        Kind("method-not-allowed", 405, "The address does not take this method", "`Allow` names those it takes."),
        Kind(
            "not-acceptable",
            406,
            "The answer is JSON, which the request does not accept",
            "Send `Accept: application/json`, or no `Accept`.",
        ),
        Kind("length-required", 411, "The request does not say how long it is", "Send `Content-Length`."),
        Kind(
            "precondition-failed",
            412,
            "The answer is not the one that the request insists on",
            "Ask again without `If-Match`.",
        ),
        Kind(
            "too-large",
            413,
            "The paste is too large",
            "Cut out the last traceback, or use the command line: `python manage.py diagnose FILE`.",
        ),
        Kind(
            "unsupported-media-type",
            415,
            "The paste came as something that is not read",
            "Send it as `text/plain`, `application/json` or `multipart/form-data`. Without a header, curl says "
            "`application/x-www-form-urlencoded`: add `-H 'Content-Type: text/plain'`.",
        ),
        Kind("too-many-requests", 429, "Too many pastes in one minute", "Wait as long as `Retry-After` says."),
        Kind("server-error", 500, "The fault is ours", "The paste was not kept. Try the command line, and report it."),
    )
}


class RefusedError(Exception):
    """Raised where a request is refused; `detail` is what is wrong with this one, and quotes nothing of a paste."""

    def __init__(self, kind: str, detail: str, headers: Mapping[str, str] = NO_HEADERS) -> None:
        super().__init__(kind)
        self.kind = KINDS[kind]
        self.detail = detail
        self.headers = headers


def problem(request: HttpRequest, refusal: RefusedError) -> HttpResponse:
    """Gives a refusal as the response that says it."""
    kind = refusal.kind
    said = {
        "type": f"{origin(request)}{PAGE}#{kind.slug}",
        "title": kind.title,
        "status": kind.status,
        "detail": refusal.detail,
    }
    headers = {"Cache-Control": "no-store", **refusal.headers}
    text = json.dumps(said, ensure_ascii=False) + "\n"
    return HttpResponse(text, status=kind.status, content_type=MEDIA_TYPE, headers=headers)


def too_large(request: HttpRequest, size: int) -> HttpResponse:
    """Answers a body that cannot hold a paste within the limit."""
    return problem(request, over_limit(size))


def over_limit(size: int) -> RefusedError:
    """Says how large something was and how large it may be."""
    limit = settings.PASTE_LIMIT
    said = f"That is {size_beside(size, limit)}; {size_in_words(limit)} is read. Nothing was kept."
    return RefusedError("too-large", said)


def bad_request(request: HttpRequest) -> HttpResponse:
    """Answers what Django itself refuses: a torn form, a host that this site does not answer to."""
    return problem(request, RefusedError("bad-request", "The request, its headers or its form are malformed."))


def not_found(request: HttpRequest) -> HttpResponse:
    """Answers an address that nobody has."""
    said = f"No part of the API has this address. {PAGE} lists all, and none of them ends in a slash."
    return problem(request, RefusedError("not-found", said))


def server_error(request: HttpRequest) -> HttpResponse:
    """Answers when the fault is ours."""
    return problem(request, RefusedError("server-error", "The diagnosis failed. Nothing of the request was kept."))
