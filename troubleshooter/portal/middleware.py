"""What every response carries, and the one request that is refused before it is read."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from troubleshooter.portal import errors

Handler = Callable[[HttpRequest], HttpResponse]

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
DRAINED = 16 * 1024 * 1024
CHUNK = 64 * 1024


def content_security_policy(get_response: Handler) -> Handler:
    """Lets a page load only what this site serves, and nothing that stands in the page itself."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        return response

    return respond


def refuse_large_bodies(get_response: Handler) -> Handler:
    """Answers 413 to a body that cannot hold a paste within the limit."""

    def respond(request: HttpRequest) -> HttpResponse:
        size = _announced(request)
        if size <= settings.BODY_LIMIT:
            return get_response(request)
        if size <= DRAINED:
            _drain(request)
        return errors.too_large(request, size)

    return respond


def _announced(request: HttpRequest) -> int:
    """Gives the size that the client announced; one that it did not announce, Django does not read."""
    announced = request.META.get("CONTENT_LENGTH") or "0"
    return int(announced) if announced.isascii() and announced.isdigit() else 0


def _drain(request: HttpRequest) -> None:
    # A browser shows "connection reset" instead of the answer when its upload is cut off.
    while request.read(CHUNK):
        pass
