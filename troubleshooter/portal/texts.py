"""The pages for programs that read: Markdown twins, llms.txt, the sitemap, robots.txt."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import escape
from django.views.decorators.http import require_safe

from troubleshooter.catalogue.addressing import origin
from troubleshooter.catalogue.loading import catalogue
from troubleshooter.catalogue.schema import Catalogue
from troubleshooter.portal import twins

ROOMS = ("home", "guide", "causes", "pitfalls", "faq", "truth", "tree", "verified", "api")
ABOUT = (
    "What async SQLAlchemy errors such as MissingGreenlet mean, what causes them and how to fix them. Every program "
    "on this site was run, on the SQLAlchemy lines and drivers that its page names."
)


@require_safe
def cause(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of one root cause, or of one question, as Markdown."""
    everything = catalogue()
    if slug in everything.causes:
        return _markdown(request, twins.cause_twin(everything.causes[slug], everything, origin(request)))
    if slug in everything.questions:
        return _markdown(request, twins.question_twin(everything.questions[slug], everything, origin(request)))
    raise Http404


@require_safe
def chapter(request: HttpRequest, slug: str) -> HttpResponse:
    """One chapter as Markdown."""
    everything = catalogue()
    if slug not in everything.chapters:
        raise Http404
    return _markdown(request, twins.chapter_twin(everything.chapters[slug], everything, origin(request)))


@require_safe
def faq(request: HttpRequest) -> HttpResponse:
    """The FAQ as Markdown."""
    return _markdown(request, twins.faq_twin(catalogue(), origin(request)))


@require_safe
def truth(request: HttpRequest) -> HttpResponse:
    """The ledger of claims as Markdown."""
    return _markdown(request, twins.truth_twin(catalogue(), origin(request)))


@require_safe
def pitfalls(request: HttpRequest) -> HttpResponse:
    """The table of pitfalls as Markdown."""
    return _markdown(request, twins.pitfalls_twin(catalogue(), origin(request)))


@require_safe
def llms(request: HttpRequest) -> HttpResponse:
    """What there is to read, for a language model."""
    lines = "\n".join(_index(catalogue(), origin(request)))
    return HttpResponse(f"{lines}\n", content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The addresses of all pages."""
    here = origin(request)
    urls = "\n".join(f"<url><loc>{escape(here + path)}</loc></url>" for path in addresses(catalogue()))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return HttpResponse(f"{head}\n{urls}\n</urlset>\n", content_type="application/xml; charset=utf-8")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may read: everything; a diagnosis answers a form, which they do not send."""
    text = f"User-agent: *\nDisallow:\n\nSitemap: {origin(request)}{reverse('sitemap')}\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def addresses(everything: Catalogue) -> list[str]:
    """Gives the address of every page, each once."""
    return [
        *(reverse(name) for name in ROOMS),
        *(reverse("chapter", args=[slug]) for slug in everything.chapters),
        *(reverse("cause", args=[slug]) for slug in (*everything.causes, *everything.questions)),
        *(reverse("question", args=[slug]) for slug in ("start", *everything.questions)),
    ]


def _index(everything: Catalogue, here: str) -> Iterator[str]:
    yield from ("# Async SQLAlchemy troubleshooter", "", f"> {ABOUT}", "", "## Guide", "")
    for slug, found in everything.chapters.items():
        yield f"- [{found.matter.title}]({here}{reverse('chapter-md', args=[slug])}): {found.matter.summary}"
    yield from ("", "## Overviews", "")
    yield f"- [Pitfalls]({here}{reverse('pitfalls-md')}): what one does, what is printed, what to do"
    yield f"- [Questions people ask]({here}{reverse('faq-md')}): {len(everything.faq)} short answers"
    yield f"- [What people say, and what is true]({here}{reverse('truth-md')}): {len(everything.claims)} claims"
    yield f"- [API]({here}{reverse('api')}): a paste in, its root cause out, as JSON"
    yield f"- [OpenAPI document]({here}{reverse('openapi')}): the contract of the API"
    yield from ("", "## Root causes", "")
    for slug, item in everything.causes.items():
        yield f"- [{item.matter.title}]({here}{reverse('cause-md', args=[slug])}): {item.matter.summary}"


def _markdown(request: HttpRequest, text: str) -> HttpResponse:
    """The text, naming the page that it is a twin of."""
    page = f"{origin(request)}{request.path.removesuffix('.md')}/"
    headers = {"Link": f'<{page}>; rel="canonical"'}
    return HttpResponse(text, content_type="text/markdown; charset=utf-8", headers=headers)
