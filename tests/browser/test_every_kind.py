"""What holds on every kind of page: no axe violation in either theme, no sideways scrolling on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from troubleshooter.catalogue.loading import catalogue

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 375)])
def test_axe_finds_nothing(open_page, kind, scheme, width):
    page = open_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    kind(page)
    page.evaluate("document.querySelectorAll('details').forEach((item) => { item.open = true; })")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_320_pixels_do_not_scroll_sideways(open_page, kind):
    page = open_page(viewport={"width": 320, "height": 640})
    kind(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_no_chapter_scrolls_sideways_on_320_pixels(open_page):
    page = open_page(viewport={"width": 320, "height": 640})
    wide = []
    for slug in catalogue().chapters:
        page.goto(f"/guide/{slug}/")
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(slug)
    assert wide == []


def test_text_of_twice_the_size_does_not_scroll_sideways(open_page, kind):
    page = open_page(viewport={"width": 640, "height": 640})
    kind(page)
    page.evaluate("document.querySelector('link[rel=stylesheet]').sheet.insertRule(':root { font-size: 200%; }')")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_targets_are_large_enough_for_a_finger(open_page, kind):
    page = open_page(viewport={"width": 375, "height": 800}, has_touch=True, is_mobile=True)
    kind(page)
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, summary, nav a, .answers a, .rows > li > a, .go")]
            .filter((item) => item.checkVisibility() && item.getBoundingClientRect().height < 44)
            .map((item) => item.outerHTML.slice(0, 80))"""
    )
    assert small == []
