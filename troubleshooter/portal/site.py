"""The address that this site is known by, for links that others follow."""

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest


def origin(request: HttpRequest) -> str:
    """Gives scheme and host without a slash: what the settings say, else what the request asked for."""
    if settings.SITE_URL:
        return str(settings.SITE_URL)
    try:
        return request.build_absolute_uri("/").rstrip("/")
    except DisallowedHost:
        return ""


def site(request: HttpRequest) -> dict[str, str]:
    """Gives every page its origin, and its canonical address where it has one: no answer to a form, no error."""
    here = origin(request)
    has_address = request.method in ("GET", "HEAD") and request.resolver_match is not None
    return {"origin": here, "canonical": f"{here}{request.path}" if here and has_address else ""}
