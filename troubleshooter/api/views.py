"""The addresses of the API: each reads the request, asks the catalogue, and gives data."""

from difflib import get_close_matches

from django.http import HttpRequest, HttpResponse

from troubleshooter.api.contract import contract
from troubleshooter.api.describing import found, in_full, in_short
from troubleshooter.api.endpoint import JSON, endpoint, read
from troubleshooter.api.problems import RefusedError, not_found
from troubleshooter.api.reading import receive
from troubleshooter.api.throttle import count
from troubleshooter.catalogue.addressing import origin
from troubleshooter.catalogue.answering import STANDARD_INPUT, as_line
from troubleshooter.catalogue.finding import LIMIT
from troubleshooter.catalogue.finding import search as find
from troubleshooter.catalogue.loading import catalogue
from troubleshooter.diagnosis.diagnosing import diagnose


@endpoint("POST")
def diagnosis(request: HttpRequest) -> HttpResponse:
    """Diagnoses what was posted, as the command line does with its standard input, and keeps nothing."""
    count(request)
    text = receive(request)
    everything = catalogue()
    _, answer = diagnose(text, everything.tree)
    line = as_line(answer, everything, STANDARD_INPUT)
    return HttpResponse(f"{line}\n", content_type=JSON, headers={"Cache-Control": "no-store"})


@endpoint("GET", "HEAD")
def causes(request: HttpRequest) -> HttpResponse:
    """All root causes in reading order, each in short."""
    here = origin(request)
    return read(request, {"causes": [in_short(cause, here) for cause in catalogue().causes.values()]})


@endpoint("GET", "HEAD")
def cause(request: HttpRequest, slug: str) -> HttpResponse:
    """All there is on one root cause."""
    everything = catalogue()
    if slug in everything.questions:
        said = f"{slug} is a question of the tree, not a root cause. Its page is {origin(request)}/causes/{slug}/"
        raise RefusedError("not-found", said)
    if slug not in everything.causes:
        near = get_close_matches(slug[:80], everything.causes, n=3, cutoff=0.4)
        also = f" Near it: {', '.join(near)}." if near else ""
        raise RefusedError("not-found", f"No root cause has this slug.{also} /api/v1/causes lists all.")
    return read(request, in_full(everything.causes[slug], origin(request)))


@endpoint("GET", "HEAD")
def search(request: HttpRequest) -> HttpResponse:
    """What the site's own search finds, by kind of page."""
    asked = request.GET.get("q", "")
    if not asked.strip():
        raise RefusedError("bad-request", "The words to search for are missing: ?q=MissingGreenlet")
    if len(asked) > LIMIT:
        raise RefusedError("bad-request", f"At most {LIMIT} characters can be searched for; these are {len(asked)}.")
    return read(request, found(find(asked.strip()), origin(request)))


@endpoint("GET", "HEAD")
def openapi(request: HttpRequest) -> HttpResponse:
    """The contract as an OpenAPI document, with this site's address and real examples."""
    return read(request, contract(origin(request)))


def missing(request: HttpRequest) -> HttpResponse:
    """Answers below the API whatever has no address of its own."""
    return not_found(request)
