"""The addresses of the API: each reads the request, asks the catalogue, and gives data."""

from django.http import HttpRequest, HttpResponse

from troubleshooter.api.endpoint import JSON, endpoint
from troubleshooter.api.problems import not_found
from troubleshooter.api.reading import receive
from troubleshooter.catalogue.answering import STANDARD_INPUT, as_line
from troubleshooter.catalogue.loading import catalogue
from troubleshooter.diagnosis.diagnosing import diagnose


@endpoint("POST")
def diagnosis(request: HttpRequest) -> HttpResponse:
    """Diagnoses what was posted, as the command line does with its standard input, and keeps nothing."""
    text = receive(request)
    everything = catalogue()
    _, found = diagnose(text, everything.tree)
    line = as_line(found, everything, STANDARD_INPUT)
    return HttpResponse(f"{line}\n", content_type=JSON, headers={"Cache-Control": "no-store"})


def missing(request: HttpRequest) -> HttpResponse:
    """Answers below the API whatever has no address of its own."""
    return not_found(request)
