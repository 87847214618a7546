"""The guide, the pitfalls, the FAQ and the ledger of claims, as pages show them."""

import json
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from troubleshooter.catalogue.loading import catalogue
from troubleshooter.catalogue.schema import Catalogue
from troubleshooter.catalogue.schema_documents import Answer, Body
from troubleshooter.catalogue.standalone import standalone
from troubleshooter.portal.ledger import tally, topics
from troubleshooter.portal.listings import Listing, listing
from troubleshooter.portal.pitfalls import table
from troubleshooter.portal.titles import Link, links


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a body: HTML or a program."""

    html: SafeString
    listing: Listing | None


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the FAQ with its answer."""

    answer: Answer
    pieces: tuple[Piece, ...]
    program: Listing | None
    links: tuple[Link, ...]


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """All chapters, each with what it answers."""
    return render(request, "portal/guide.html", {"here": "guide", "chapters": catalogue().chapters.values()})


@require_safe
def chapter(request: HttpRequest, slug: str) -> HttpResponse:
    """One chapter, with what breaks when it is not heeded."""
    everything = catalogue()
    if slug not in everything.chapters:
        raise Http404
    found = everything.chapters[slug]
    order = [None, *everything.chapters.values(), None]
    place = order.index(found)
    return render(
        request,
        "portal/chapter.html",
        {
            "here": "guide",
            "twin": reverse("chapter-md", args=[slug]),
            "chapter": found,
            "matter": found.matter,
            "pieces": pieces(found.body, everything),
            "pitfalls": [everything.causes[cause] for cause in found.matter.pitfalls],
            "previous": order[place - 1],
            "next": order[place + 1],
        },
    )


@require_safe
def pitfall_table(request: HttpRequest) -> HttpResponse:
    """Every pitfall with what it prints and what to do, as the address asks for them."""
    found = table(catalogue(), request.GET.dict())
    compact = request.GET.get("view") == "compact"
    asked = request.GET.copy()
    asked.pop("view", None)
    return render(
        request,
        "portal/pitfalls.html",
        {
            "here": "pitfalls",
            "twin": reverse("pitfalls-md"),
            "table": found,
            "every": len(catalogue().causes),
            "compact": compact,
            "query": asked.urlencode(),
        },
    )


@require_safe
def faq(request: HttpRequest) -> HttpResponse:
    """What people ask, each answered in its first sentence."""
    everything = catalogue()
    asked = [
        Asked(
            answer,
            pieces(answer.body, everything),
            listing(answer.matter.program, everything),
            links(answer.matter.links, everything),
        )
        for answer in everything.faq.values()
    ]
    context = {"here": "faq", "twin": reverse("faq-md"), "asked": asked, "data": structured(everything)}
    return render(request, "portal/faq.html", context)


@require_safe
def truth(request: HttpRequest) -> HttpResponse:
    """The ledger of claims."""
    everything = catalogue()
    context = {
        "here": "truth",
        "twin": reverse("truth-md"),
        "topics": topics(everything),
        "tally": tally(everything),
        "count": len(everything.claims),
    }
    return render(request, "portal/truth.html", context)


@require_safe
def program(request: HttpRequest, folder: str, name: str) -> HttpResponse:
    """One program of a document as a file that runs alone."""
    everything = catalogue()
    found = everything.programs.get(f"{folder}/{name}")
    if found is None:
        raise Http404
    response = HttpResponse(
        standalone(found.snippets[found.file].text, everything.schema.text),
        content_type="text/x-python; charset=utf-8",
    )
    response.headers["Content-Disposition"] = f'attachment; filename="{found.file}"'
    return response


def pieces(body: Body, everything: Catalogue) -> tuple[Piece, ...]:
    """Gives the parts of a body with their programs."""
    # Markdown of our own files, rendered with raw HTML switched off, and figures that a gate has read.
    return tuple(
        Piece(mark_safe(part.html), listing(part.program, everything) if part.program else None)  # noqa: S308
        for part in body.parts
    )


def structured(everything: Catalogue) -> SafeString:
    """Gives the FAQ as data for search engines; no text can end the element that holds it."""
    data = {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "mainEntity": [
            {
                "@type": "Question",
                "name": answer.matter.question.replace("`", ""),
                "acceptedAnswer": {"@type": "Answer", "text": answer.matter.answer.replace("`", "")},
            }
            for answer in everything.faq.values()
        ],
    }
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return mark_safe(text)  # noqa: S308
