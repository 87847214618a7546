"""What all addresses of the API have in common: methods, the form of the answer, refusals, caching."""

import json
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt

from troubleshooter.api.problems import RefusedError, problem

JSON = "application/json"
FRESH = "public, max-age=300"
View = Callable[..., HttpResponse]


def endpoint(*methods: str) -> Callable[[View], View]:
    """Makes a view of the API: it takes these methods, answers JSON, and every refusal is a problem."""

    def decorate(view: View) -> View:
        @csrf_exempt
        @wraps(view)
        def respond(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            try:
                if request.method not in methods:
                    allowed = {"Allow": ", ".join(methods)}
                    raise RefusedError("method-not-allowed", f"This address takes {' and '.join(methods)}.", allowed)
                if not _takes_json(request):
                    raise RefusedError("not-acceptable", "`Accept` leaves out `application/json`.")
                return view(request, **kwargs)
            except RefusedError as refusal:
                return problem(request, refusal)

        return respond

    return decorate


def read(request: HttpRequest, data: Any) -> HttpResponse:
    """Gives data that caches may keep, or 304 to whoever has it."""
    body = f"{json.dumps(data, ensure_ascii=False)}\n".encode()
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    fresh = HttpResponse(body, content_type=JSON, headers={"ETag": tag, "Cache-Control": FRESH})
    answer = get_conditional_response(request, etag=tag, response=fresh)
    if not isinstance(answer, HttpResponse):
        return fresh
    if answer.status_code == 412:
        raise RefusedError("precondition-failed", "`If-Match` does not name the answer as it is now.")
    return answer


def _takes_json(request: HttpRequest) -> bool:
    """Whether the client takes JSON; one that says nothing takes all."""
    if not request.headers.get("Accept", "").strip():
        return True
    return any(
        kind.main_type in ("*", "application") and kind.sub_type in ("*", "json") for kind in request.accepted_types
    )
