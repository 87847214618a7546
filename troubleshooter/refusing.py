"""Which room says that a request is refused: problem details for programs, a page for people."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from troubleshooter.api import problems
from troubleshooter.portal import errors

Handler = Callable[[HttpRequest], HttpResponse]
API = "/api/"
DRAINED = 16 * 1024 * 1024
CHUNK = 64 * 1024


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answers a request that cannot be read."""
    return problems.bad_request(request) if _is_api(request) else errors.bad_request(request, exception)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answers a request for what is not there."""
    return problems.not_found(request) if _is_api(request) else errors.not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answers when the fault is ours."""
    return problems.server_error(request) if _is_api(request) else errors.server_error(request)


def refuse_large_bodies(get_response: Handler) -> Handler:
    """Answers 413 to a body that cannot hold a paste within the limit."""

    def respond(request: HttpRequest) -> HttpResponse:
        size = _announced(request)
        if size <= settings.BODY_LIMIT:
            return get_response(request)
        if size <= DRAINED:
            _drain(request)
        return problems.too_large(request, size) if _is_api(request) else errors.too_large(request, size)

    return respond


def _is_api(request: HttpRequest) -> bool:
    """Whether an address lies below the page of the API, which is a page like the others."""
    return request.path_info.startswith(API) and request.path_info != API


def _announced(request: HttpRequest) -> int:
    """Gives the size that the client announced; one that it did not announce, Django does not read."""
    announced = request.META.get("CONTENT_LENGTH") or "0"
    return int(announced) if announced.isascii() and announced.isdigit() else 0


def _drain(request: HttpRequest) -> None:
    # A browser shows "connection reset" instead of the answer when its upload is cut off.
    while request.read(CHUNK):
        pass
