"""The search: on every page, by words, code and messages, with the matched words marked."""

import re

import pytest

from troubleshooter.catalogue.finding import LIMIT
from troubleshooter.catalogue.loading import catalogue


def hits(page, response):
    return [link for link in page(response).links() if re.fullmatch(r"/causes/[\w-]+/", link)]


def test_every_page_has_the_search(client, page):
    for url in ("/", "/causes/", "/causes/lazy-load-relationship/", "/tree/", "/verified/", "/nowhere/"):
        field = page(client.get(url)).all("input", id="search")[0]
        assert (field["type"], field["name"]) == ("search", "q")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("MissingGrenlet relationship", "lazy-load-relationship"),
        ("expire_on_commit=False", "expired-attribute"),
        ("QueuePool limit of size 3 overflow 7 reached, connection timed out, timeout 12.00", "pool-exhausted"),
        (
            "This session is provisioning a new connection; concurrent operations are not permitted",
            "session-shared-across-tasks",
        ),
        ("pgbouncer", "pgbouncer-prepared-statements"),
        ("'coroutine' object has no attribute", "missing-await"),
        (
            "The asyncio extension requires an async driver to be used. The loaded 'psycopg2' is not async.",
            "sync-driver-async-engine",
        ),
        ("xd2s", "lazy-load-relationship"),
    ],
)
def test_what_is_meant_is_among_the_first_three(client, page, asked, expected):
    assert f"/causes/{expected}/" in hits(page, client.get("/search/", {"q": asked}))[:3]


@pytest.mark.parametrize("slug", catalogue().causes)
def test_every_message_on_a_page_finds_that_page(client, page, slug):
    for message in catalogue().causes[slug].matter.messages:
        found = hits(page, client.get("/search/", {"q": message.text}))
        assert f"/causes/{slug}/" in found[:12], message.text


def test_matched_words_are_marked_and_a_respelling_is_said(client, page):
    response = client.get("/search/", {"q": "relatoinship"})
    assert "Read as relationship" in page(response).text
    assert "<mark>relationship</mark>" in response.content.decode()


def test_a_traceback_is_offered_for_diagnosis_and_its_text_is_kept(client, page, paste):
    text = paste("lazy-load-relationship")[:1500]
    shown = page(client.get("/search/", {"q": " ".join(text.split("\n"))}))
    assert shown.all("form", action="/diagnose/")
    assert "That is a traceback" in shown.text


def test_a_message_alone_is_no_traceback(client, page):
    assert not page(client.get("/search/", {"q": "MissingGreenlet: greenlet_spawn has not"})).all(
        "form", action="/diagnose/"
    )


def test_markup_in_a_search_stays_text(client):
    body = client.get("/search/", {"q": "<script>alert(1)</script> greenlet"}).content.decode()
    assert "<script>alert" not in body
    assert "&lt;script&gt;" in body


def test_nothing_found_says_where_to_go_on(client, page):
    shown = page(client.get("/search/", {"q": "kubernetes ingress"}))
    assert "Nothing holds these words" in shown.text
    assert "/tree/" in shown.links()


def test_a_search_longer_than_the_field_takes_is_cut(client):
    response = client.get("/search/", {"q": "greenlet " * 1000})
    assert len(response.context["searched"]) <= LIMIT


@pytest.mark.parametrize("group", ["Guide", "FAQ", "What people say"])
def test_every_kind_of_document_is_found_by_its_own_title(client, page, group):
    everything = catalogue()
    titles = {
        "Guide": [(f"/guide/{slug}/", chapter.matter.title) for slug, chapter in everything.chapters.items()],
        "FAQ": [(f"/faq/#{slug}", answer.matter.question) for slug, answer in everything.faq.items()],
        "What people say": [(f"/truth/#{slug}", claim.claim) for slug, claim in everything.claims.items()],
    }
    for url, title in titles[group]:
        shown = page(client.get("/search/", {"q": title}))
        assert group in shown.text
        assert url in shown.links()[:40], title


def test_a_section_of_a_chapter_is_found_at_its_anchor(client, page):
    slug, chapter = next(iter(catalogue().chapters.items()))
    heading = chapter.body.headings[0]
    assert f"/guide/{slug}/#{heading.anchor}" in page(client.get("/search/", {"q": heading.title})).links()
