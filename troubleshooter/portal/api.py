"""The page that explains the API to a person; its refusals lead here."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from troubleshooter.api.contract import ASKED, answer_fields, operations
from troubleshooter.api.problems import KINDS
from troubleshooter.catalogue.receiving import size_in_words


@require_safe
def api(request: HttpRequest) -> HttpResponse:
    """What can be asked over HTTP, with lines to copy, what comes back, and each refusal at its own anchor."""
    return render(
        request,
        "portal/api.html",
        {
            "here": "api",
            "operations": operations(),
            "fields": answer_fields(),
            "problems": KINDS.values(),
            "asked": ASKED,
            "limit": settings.API_LIMIT,
            "most": size_in_words(settings.PASTE_LIMIT),
        },
    )
