"""Every page says what it is made from and where to report it; only files of the content can be read that way."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from troubleshooter.settings import address


def named(page, response, words):
    """The address behind the first link of these words."""
    html = response.content.decode()
    return html.partition(f'">{words}<')[0].rpartition('href="')[2].replace("&amp;", "&")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("/causes/lazy-load-relationship/", 'title = "Lazy-loaded relationship"'),
        ("/causes/missing-greenlet/", "asks ="),
        ("/guide/greenlet-and-the-loop/", "chapter = 1"),
        ("/faq/", "question ="),
        ("/truth/", "[[claims]]"),
        ("/changes/", "[[changes]]"),
        ("/tree/", "[[start]]"),
        ("/tree/missing-greenlet/", "[[start]]"),
        ("/pitfalls/", "symptom ="),
    ],
)
def test_view_source_leads_to_the_file_that_a_page_is_made_from(client, page, url, said):
    answer = client.get(named(page, client.get(url), "View source"))
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert said in answer.content.decode()


def test_the_source_of_a_program(client):
    assert "asyncio.run(main())" in client.get("/source/snippets/lazy-load-relationship/broken.py").content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "content/../manage.py",
        "content/causes/../../manage.py",
        "snippets/../pyproject.toml",
        "content/causes/none.md",
        "content/causes/",
        "snippets/requirements.txt/",
        "content//etc/passwd",
        "other/x.md",
    ],
)
def test_nothing_else_can_be_read(client, path):
    answer = client.get(f"/source/{path}")
    assert answer.status_code == 404 or path == "content/causes/"


def test_report_gives_a_text_with_the_pages_address(client, page):
    url = named(page, client.get("/causes/pool-exhausted/"), "Report this page")
    assert "/causes/pool-exhausted/" in page(client.get(url)).text


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example"]
)
def test_report_names_no_other_site(client, page, target):
    assert "evil" not in client.get("/report/", {"page": target}).content.decode().replace("page=", "")


def test_a_tracker_and_a_repository_of_ones_own(client, page, settings):
    settings.REPORT_URL, settings.SOURCE_URL = "https://git.example/issues/new", "https://git.example/blob/main"
    shown = client.get("/causes/pool-exhausted/")
    assert named(page, shown, "View source") == "https://git.example/blob/main/content/causes/pool-exhausted.md"
    assert named(page, shown, "Report this page").startswith("https://git.example/issues/new?title=On+%2Fcauses")


@pytest.mark.parametrize("value", ["git.example", "ftp://git.example/", "https://git.example/?q=1", "https://"])
def test_an_address_that_is_none_is_refused(monkeypatch, value):
    monkeypatch.setenv("TROUBLESHOOTER_X", value)
    with pytest.raises(ImproperlyConfigured, match="TROUBLESHOOTER_X must be a web address"):
        address("TROUBLESHOOTER_X")
