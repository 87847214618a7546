"""What programs read: Markdown twins, llms.txt, the sitemap, robots.txt, canonical addresses and cards."""

import re
from xml.etree import ElementTree

import pytest

from troubleshooter.catalogue.loading import catalogue
from troubleshooter.portal.listings import raised
from troubleshooter.portal.texts import addresses

NODES = [*catalogue().causes, *catalogue().questions]
TWINS = [
    *(f"/causes/{slug}.md" for slug in NODES),
    *(f"/guide/{slug}.md" for slug in catalogue().chapters),
    "/pitfalls.md",
    "/faq.md",
    "/truth.md",
]
HERE = "http://testserver"


@pytest.mark.parametrize("address", TWINS)
def test_a_twin_has_the_title_of_its_page_whole_links_and_no_include(client, page, address):
    answer = client.get(address)
    text = answer.content.decode()
    twin_of = address.removesuffix(".md") + "/"
    assert answer.headers["Content-Type"] == "text/markdown; charset=utf-8"
    assert answer.headers["Link"] == f'<{HERE}{twin_of}>; rel="canonical"'
    shown = page(client.get(twin_of))
    assert text.startswith("# ")
    assert text.partition("\n")[0][2:].replace("`", "") in shown.text
    assert "](/" not in re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    assert not re.search(r"^\{\{", text, re.MULTILINE)
    assert text.count("```") % 2 == 0
    assert address in shown.links()
    assert shown.all("link", rel="alternate", href=address)


def test_the_twin_of_a_chapter_has_its_programs_as_they_are(client):
    for slug, chapter in catalogue().chapters.items():
        text = client.get(f"/guide/{slug}.md").content.decode()
        for part in chapter.body.parts:
            program = catalogue().programs.get(part.program.removesuffix(".py"))
            if program:
                assert f"```python\n{program.snippets[program.file].text.strip()}\n```" in text


def test_the_twin_of_a_cause_has_all_its_sections_and_fixes(client):
    cause = catalogue().causes["lazy-load-relationship"]
    text = client.get("/causes/lazy-load-relationship.md").content.decode()
    for fix in cause.matter.fixes:
        assert f"### {fix.title}\n" in text
    assert re.findall("^## (.*)", text, re.MULTILINE) == [
        "What happened",
        "Fix",
        "Other ways out",
        "Confirm it",
        "Prevent it",
        "Looks similar",
        "Read on",
    ]
    assert f"({HERE}/causes/expired-attribute/)" in text


def test_what_a_broken_program_raised_is_what_stands_below_its_last_frame():
    assert raised('Traceback:\n  File "x"\n    a\n    ^\nValueError: one\ntwo\n') == "ValueError: one\ntwo"
    assert raised("RuntimeWarning: never awaited\n") == "RuntimeWarning: never awaited"
    assert raised("") == ""


@pytest.mark.parametrize("address", ["/causes/nothing.md", "/guide/nothing.md"])
def test_a_twin_of_nothing_is_a_404(client, address):
    assert client.get(address).status_code == 404


def test_the_sitemap_lists_every_page_once_and_all_are_there(client):
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    found = [item.text for item in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert found == [f"{HERE}{path}" for path in addresses(catalogue())]
    assert len(found) == len(set(found))
    for address in found:
        answer = client.get(address.removeprefix(HERE))
        assert answer.status_code == 200
        assert f'<link rel="canonical" href="{address}">' in answer.content.decode()


def test_robots_may_read_everything(client):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow:\n" in text
    assert f"Sitemap: {HERE}/sitemap.xml" in text


def test_llms_txt_leads_to_every_twin_of_chapters_and_causes(client):
    text = client.get("/llms.txt").content.decode()
    assert text.startswith("# ")
    linked = re.findall(r"\]\(http://testserver(/[^)]+)\)", text)
    twins = set(TWINS) - {f"/causes/{slug}.md" for slug in catalogue().questions}
    assert set(linked) == twins | {"/api/", "/api/v1/openapi.json"}


@pytest.mark.parametrize("address", ["/", "/causes/lazy-load-relationship/", "/faq/", "/guide/"])
def test_a_page_shows_its_title_and_description_as_a_card(client, page, address):
    answer = client.get(address)
    shown = page(answer)
    title = re.search("<title>(.*?)</title>", answer.content.decode(), re.DOTALL)[1]
    (description,) = shown.all("meta", name="description")
    said = {attrs["property"]: attrs["content"] for attrs in shown.all("meta") if "property" in attrs}
    assert said["og:title"] in title.replace("&#x27;", "'").replace("&quot;", '"')
    assert said["og:description"] == description["content"]
    assert "`" not in said["og:title"] + said["og:description"]
    assert said["og:url"] == f"{HERE}{address}"
    assert said["og:image"] == f"{HERE}/static/portal/card.png"


def test_the_address_of_the_settings_is_used_in_place_of_that_of_the_request(client, settings):
    settings.SITE_URL = "https://a.example"
    assert b'<link rel="canonical" href="https://a.example/faq/">' in client.get("/faq/?x=1").content
    assert b"https://a.example/sitemap.xml" in client.get("/robots.txt").content


def test_an_answer_to_a_form_an_error_and_an_unknown_host_have_no_canonical_address(client, foreign):
    for answer in (
        client.post("/diagnose/", {"paste": foreign}),
        client.get("/no/such/page/"),
        client.get("/", headers={"host": "evil.example"}),
    ):
        assert b"canonical" not in answer.content
        assert b"<title>" in answer.content
