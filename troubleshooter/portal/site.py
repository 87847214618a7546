"""What every page is told about the site."""

from django.http import HttpRequest

from troubleshooter.catalogue.addressing import origin


def site(request: HttpRequest) -> dict[str, str]:
    """Gives every page its origin, and its canonical address where it has one: no answer to a form, no error."""
    here = origin(request)
    has_address = request.method in ("GET", "HEAD") and request.resolver_match is not None
    return {"origin": here, "canonical": f"{here}{request.path}" if here and has_address else ""}
