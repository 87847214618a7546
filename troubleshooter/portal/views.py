"""The pages: each view reads the request, asks the catalogue, and renders."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods, require_safe

from troubleshooter.catalogue.finding import LIMIT
from troubleshooter.catalogue.finding import search as find
from troubleshooter.catalogue.fixes import generic
from troubleshooter.catalogue.loading import catalogue
from troubleshooter.catalogue.measuring import measurement
from troubleshooter.catalogue.receiving import TooLarge
from troubleshooter.catalogue.standalone import standalone
from troubleshooter.diagnosis.diagnosing import diagnose
from troubleshooter.diagnosis.tree import START
from troubleshooter.portal import errors
from troubleshooter.portal.examples import example, examples
from troubleshooter.portal.index import families, recognised_by
from troubleshooter.portal.markdown import as_markdown
from troubleshooter.portal.matrix import matrix
from troubleshooter.portal.naming import asks
from troubleshooter.portal.outline import answers, outline, trail
from troubleshooter.portal.presenting import report, siblings
from troubleshooter.portal.proofs import pair, recorded
from troubleshooter.portal.reading import Refused, receive


@require_safe
@ensure_csrf_cookie
def home(request: HttpRequest) -> HttpResponse:
    """The box, and below it every root cause with its message."""
    everything = catalogue()
    return render(
        request,
        "portal/home.html",
        {
            "here": "home",
            "paste": example(request.GET.get("example", ""), everything),
            "examples": examples(everything),
            "families": families(everything),
            "asks": asks(START, everything),
            "answers": answers(START, everything),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True)
def diagnosis(request: HttpRequest) -> HttpResponse:
    """Diagnoses what was posted, at once, and keeps nothing."""
    if request.method != "POST":
        return redirect("home")
    received = receive(request)
    if isinstance(received, TooLarge):
        return errors.too_large(request, received.size)
    if isinstance(received, Refused):
        return errors.unreadable(request, received.title, received.advice)
    everything = catalogue()
    forgotten = request.POST.get("forget", "")
    said = tuple(slug for slug in request.POST.getlist("said") if slug != forgotten)
    found = report(*diagnose(received.text, everything.tree, said), everything)
    url = request.build_absolute_uri(found.node.url) if found.node else ""
    return render(
        request,
        "portal/diagnosis.html",
        {
            "report": found,
            "measured": found.measured,
            "paste": received.text,
            "said": said,
            "remarks": received.remarks,
            "looks_similar": found.cause.sections.get("Looks similar", "") if found.cause else "",
            "markdown": as_markdown(found, url),
        },
    )


@require_safe
def causes(request: HttpRequest) -> HttpResponse:
    """All root causes by family, or those that hold what was asked for."""
    asked = request.GET.get("q", "").strip()
    found = families(catalogue(), asked)
    count = sum(len(family.causes) for family in found)
    return render(request, "portal/causes.html", {"here": "causes", "families": found, "asked": asked, "count": count})


@require_safe
def cause(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of one root cause, or of one question."""
    everything = catalogue()
    if slug in everything.questions:
        return _question_page(request, slug, "portal/about_question.html", reverse("cause-md", args=[slug]))
    if slug not in everything.causes:
        raise Http404
    found = everything.causes[slug]
    fixes = generic(found)
    return render(
        request,
        "portal/cause.html",
        {
            "here": "causes",
            "twin": reverse("cause-md", args=[slug]),
            "cause": found,
            "matter": found.matter,
            "sections": {title.replace(" ", "_"): html for title, html in found.sections.items()},
            "first": fixes[0] if fixes else None,
            "others": [(way, pair(found, way.proof) if way.proof else None) for way in fixes[1:]],
            "pair": pair(found, fixes[0].proof if fixes else ""),
            "measured": measurement(found),
            "similar": siblings(found, everything),
            "recognised": recognised_by(slug, everything),
            "recorded": recorded(found),
        },
    )


@require_safe
def snippet(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """One snippet as a file that runs alone."""
    everything = catalogue()
    found = everything.causes.get(slug)
    file = f"{name}.py"
    if found is None or file not in found.snippets:
        raise Http404
    text = standalone(found.snippets[file].text, everything.schema.text)
    response = HttpResponse(text, content_type="text/x-python; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{slug}-{file}"'
    return response


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What holds the words that were asked for, by kind of page."""
    asked = request.GET.get("q", "").strip()[:LIMIT]
    return render(request, "portal/search.html", {"here": "search", "searched": asked, "answer": find(asked)})


@require_safe
def verified(request: HttpRequest) -> HttpResponse:
    """What ran, on which SQLAlchemy line and driver, and when."""
    return render(request, "portal/verified.html", {"matrix": matrix(catalogue())})


@require_safe
def tree(request: HttpRequest) -> HttpResponse:
    """The whole decision tree."""
    everything = catalogue()
    return render(
        request,
        "portal/tree.html",
        {"here": "tree", "asks": asks(START, everything), "groups": outline(everything)},
    )


@require_safe
def question(request: HttpRequest, slug: str) -> HttpResponse:
    """One question with its answers, for somebody without a paste."""
    everything = catalogue()
    if slug in everything.causes:
        return redirect("cause", slug)
    if slug not in everything.questions and slug != START:
        raise Http404
    return _question_page(request, slug, "portal/question.html")


def _question_page(request: HttpRequest, slug: str, template: str, twin: str = "") -> HttpResponse:
    everything = catalogue()
    above = [(asks(node, everything), reverse("question", args=[node])) for node in trail(slug, everything)]
    first = [] if slug == START else [(asks(START, everything), reverse("question", args=[START]))]
    return render(
        request,
        template,
        {
            "here": "tree",
            "twin": twin,
            "slug": slug,
            "question": everything.questions.get(slug),
            "asks": asks(slug, everything),
            "answers": answers(slug, everything),
            "trail": [*first, *above],
            "recognised": recognised_by(slug, everything),
        },
    )
