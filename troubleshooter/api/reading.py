"""A request's body to the bytes of a paste, whichever way it came."""

import json
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError

from troubleshooter.api.problems import RefusedError, over_limit
from troubleshooter.catalogue.receiving import Empty, TooLarge, judge

FIELD = "paste"
CURL = "application/x-www-form-urlencoded"
TEXT, JSON, FORM = "text/plain", "application/json", "multipart/form-data"


def receive(request: HttpRequest) -> str:
    """The text of the paste; raises RefusedError with what is wrong with it."""
    if request.headers.get("Transfer-Encoding") and not request.headers.get("Content-Length"):
        raise RefusedError("length-required", "The body came in chunks.")
    try:
        raw = _raw(request)
    except (BadRequest, SuspiciousOperation, MultiPartParserError, UnreadablePostError) as error:
        raise RefusedError("bad-request", "The body is torn, or its form is malformed.") from error
    found = judge(raw, settings.PASTE_LIMIT)
    if isinstance(found, TooLarge):
        raise over_limit(found.size)
    if isinstance(found, Empty):
        raise RefusedError("nothing-to-read", "The paste is empty, or has blanks only.")
    return found.text


def _raw(request: HttpRequest) -> bytes:
    kind = request.content_type or TEXT
    if kind == TEXT:
        return request.body
    if kind == JSON:
        return _from_json(request.body)
    if kind == FORM:
        return _from_form(request)
    said = f"A paste is read as {TEXT}, {JSON} or {FORM}."
    if kind == CURL:
        said += f" curl says {CURL} by itself: add -H 'Content-Type: {TEXT}'."
    raise RefusedError("unsupported-media-type", said)


def _from_json(body: bytes) -> bytes:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise RefusedError("bad-request", "The body is not JSON.") from error
    if not isinstance(data, dict) or data.keys() != {FIELD} or not isinstance(data[FIELD], str):
        raise RefusedError(
            "bad-request", f'The body must be an object with one key, {{"{FIELD}": "..."}}, and a text in it.'
        )
    # Half of a surrogate pair can stand in JSON, but in no UTF-8.
    return str(data[FIELD]).encode("utf-8", "replace")


def _from_form(request: HttpRequest) -> bytes:
    parts: list[Any] = [*request.FILES.getlist(FIELD), *request.POST.getlist(FIELD)]
    if len(parts) != 1:
        raise RefusedError("bad-request", f"The form must have one part that is called {FIELD}; it has {len(parts)}.")
    part = parts[0]
    return part.read() if isinstance(part, UploadedFile) else str(part).encode("utf-8", "replace")
