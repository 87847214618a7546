"""What a page is made from: the files of content/ and snippets/ as they are, and where to say that one is wrong."""

import re
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from troubleshooter.catalogue.addressing import origin
from troubleshooter.catalogue.files import File, read, read_all

FILE = re.compile(r"(?:causes|guide|faq|figures)/[\w-]+\.(?:md|svg)|[\w-]+\.(?:toml|txt|json)|[\w-]+/\w+\.py|\w+\.py")
MADE_FROM = (
    (re.compile(r"/(causes|guide)/([\w-]+)/"), r"content/\1/\2.md"),
    (re.compile(r"/faq/"), "content/faq/"),
    (re.compile(r"/(?:causes|pitfalls)/"), "content/causes/"),
    (re.compile(r"/truth/"), "content/claims.toml"),
    (re.compile(r"/changes/"), "content/changes.toml"),
    (re.compile(r"/verified/"), "content/verified.json"),
    (re.compile(r"/tree/(?:[\w-]+/)?"), "content/tree.toml"),
)
"""The file, or the folder of files, behind each address."""


@require_safe
def source(request: HttpRequest, room: str, path: str) -> HttpResponse:
    """One file of the content as it is, or all of a folder one below the other."""
    root: Path = settings.CONTENT_DIR if room == "content" else settings.SNIPPETS_DIR
    if room == "content" and path in ("faq/", "causes/"):
        files, _ = read_all(root, f"{path}*.md")
        text = "\n".join(f"==> {file.where} <==\n{file.text}" for file in files)
        return HttpResponse(text, content_type="text/plain; charset=utf-8")
    found = read(root / path, root) if FILE.fullmatch(path) else None
    if not isinstance(found, File):
        raise Http404
    return HttpResponse(found.text, content_type="text/plain; charset=utf-8")


@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """A prepared text for whoever runs this site, about one page."""
    page = request.GET.get("page", "")
    safe = page.startswith("/") and url_has_allowed_host_and_scheme(page, allowed_hosts=None)
    return render(request, "portal/report.html", {"page": page[:200] if safe else "/"})


def footer(request: HttpRequest) -> dict[str, str]:
    """Gives every page the addresses of its source, '' where it has none, and of the form to report it."""
    made = next((pattern.sub(to, request.path) for pattern, to in MADE_FROM if pattern.fullmatch(request.path)), "")
    start = settings.SOURCE_URL or f"{reverse('home')}source"
    about = {
        "title": f"On {request.path}",
        "body": f"Page: {origin(request)}{request.path}\n\nWhat is wrong:",
    }
    tracker = f"{settings.REPORT_URL}?{urlencode(about)}" if settings.REPORT_URL else ""
    return {
        "made_from": f"{start}/{made}" if made else "",
        "report_url": tracker or f"{reverse('report')}?{urlencode({'page': request.path})}",
    }
