"""A real Chromium on a live server; any request to another host or breach of the policy fails the test."""

import os
import shutil
from collections.abc import Callable, Iterator
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from troubleshooter.catalogue.loading import catalogue

CHROMIUM = os.environ.get("TROUBLESHOOTER_CHROMIUM") or shutil.which("chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Visit = Callable[[Page, dict[str, str]], None]


@pytest.fixture(scope="session", autouse=True)
def _async_unsafe() -> Iterator[None]:
    """Playwright keeps a loop running in this thread, which Django would take for asynchronous code."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("no Chromium: install it, or name it in TROUBLESHOOTER_CHROMIUM")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser: Browser, live_server) -> Iterator[Callable[..., Page]]:
    """Opens a page in a fresh context: `open_page(color_scheme="dark", java_script_enabled=False)`."""
    contexts, hosts, breaches = [], set(), []

    def listen(message) -> None:
        if "Content Security Policy" in message.text:
            breaches.append(message.text)

    def opened(**options) -> Page:
        context = browser.new_context(base_url=live_server.url, reduced_motion="reduce", **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
        page.on("console", listen)
        page.on("pageerror", lambda error: breaches.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert hosts <= {urlsplit(live_server.url).netloc}
    assert breaches == []


def post(page: Page, text: str) -> None:
    page.goto("/")
    page.fill("#paste", text)
    page.click("button.primary")


KINDS: dict[str, Visit] = {
    "home": lambda page, _: page.goto("/"),
    "example": lambda page, _: page.goto("/?example=lazy-load-relationship"),
    "diagnosed": lambda page, texts: post(page, texts["ours"]),
    "ambiguous": lambda page, texts: post(page, texts["cut"]),
    "unknown": lambda page, texts: post(page, texts["foreign"]),
    "causes": lambda page, _: page.goto("/causes/"),
    "none found": lambda page, _: page.goto("/causes/?q=zebra"),
    "cause": lambda page, _: page.goto("/causes/lazy-load-relationship/"),
    "question": lambda page, _: page.goto("/tree/missing-greenlet/"),
    "about a question": lambda page, _: page.goto("/causes/missing-greenlet/"),
    "tree": lambda page, _: page.goto("/tree/"),
    "guide": lambda page, _: page.goto("/guide/"),
    "chapter": lambda page, _: page.goto(f"/guide/{next(iter(catalogue().chapters))}/"),
    "pitfalls": lambda page, _: page.goto("/pitfalls/"),
    "compact pitfalls": lambda page, _: page.goto("/pitfalls/?view=compact"),
    "faq": lambda page, _: page.goto("/faq/"),
    "truth": lambda page, _: page.goto("/truth/"),
    "verified": lambda page, _: page.goto("/verified/"),
    "search": lambda page, _: page.goto("/search/?q=MissingGrenlet"),
    "traceback searched": lambda page, texts: page.goto("/search/?q=" + quote(texts["foreign"])),
    "nothing found": lambda page, _: page.goto("/search/?q=zebra+crossing"),
    "api": lambda page, _: page.goto("/api/"),
    "changes": lambda page, _: page.goto("/changes/"),
    "not found": lambda page, _: page.goto("/causes/lazy-lode/"),
    "too large": lambda page, _: post(page, "x" * 1_100_000),
    "empty": lambda page, _: post(page, " "),
}


@pytest.fixture(params=KINDS)
def kind(request, paste, cut, foreign) -> Callable[[Page], None]:
    """Goes to one kind of page."""
    texts = {"ours": paste("lazy-load-relationship", "sa21"), "cut": cut, "foreign": foreign}
    return lambda page: KINDS[request.param](page, texts)
