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
