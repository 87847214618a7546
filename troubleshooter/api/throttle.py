"""How many pastes one client may send in a minute; only a count is kept, and only for that minute."""

from ipaddress import IPv6Address, ip_address
from time import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from troubleshooter.api.problems import RefusedError

WINDOW = 60
NETWORK = 64
"""So many bits of an IPv6 address name the client's network; the others it chooses as it likes."""


def count(request: HttpRequest) -> None:
    """Counts a request of a client; raises RefusedError when it was one too many in this minute."""
    limit = settings.API_LIMIT
    if not limit:
        return
    window, passed = divmod(int(time()), WINDOW)
    key = f"api-{client(request)}-{window}"
    cache.add(key, 0, timeout=WINDOW)
    try:
        counted = cache.incr(key)
    except ValueError:  # The count was thrown out to make room.
        return
    if counted > limit:
        rest = WINDOW - passed
        said = f"{limit} pastes a minute are read from one address. Wait {rest} second{'' if rest == 1 else 's'}."
        raise RefusedError("too-many-requests", said, {"Retry-After": str(rest)})


def client(request: HttpRequest) -> str:
    """The network that a request came from: where a proxy's list is trusted, its last entry, which the proxy wrote."""
    named = request.META.get(settings.CLIENT_ADDRESS, "").rpartition(",")[2].strip()
    try:
        address = ip_address(named or request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return "unknown"
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return f"{int(address) >> (128 - NETWORK):x}"
