"""GET /api/v1/causes, /api/v1/causes/<slug> and /api/v1/search: what the pages say, as data that caches may keep."""

import pytest
from msgspec import convert

from troubleshooter.catalogue.finding import LIMIT
from troubleshooter.catalogue.loading import catalogue
from troubleshooter.catalogue.schema import HEADINGS, CauseMatter

CAUSES = catalogue().causes
READS = ["/api/v1/causes", "/api/v1/causes/lazy-load-relationship", "/api/v1/search?q=greenlet"]
HERE = "http://testserver"


def test_the_list_has_every_root_cause_in_short(client):
    found = client.get("/api/v1/causes").json()["causes"]
    assert [item["slug"] for item in found] == list(CAUSES)
    for item in found:
        assert list(item) == ["slug", "title", "family", "summary", "symptom", "says", "fix", "url"]
        assert client.get(item["url"].removeprefix(HERE)).status_code == 200


@pytest.mark.parametrize("slug", CAUSES)
def test_a_root_cause_is_there_whole(client, slug):
    item = client.get(f"/api/v1/causes/{slug}").json()
    cause = CAUSES[slug]
    matter = {key: item[key] for key in CauseMatter.__struct_fields__}
    assert convert(matter, CauseMatter) == cause.matter
    assert [section["title"] for section in item["sections"]] == list(HEADINGS)
    assert {section["title"]: section["markdown"] for section in item["sections"]} == cause.texts
    assert {program["file"]: program["source"] for program in item["programs"]} == {
        file: source.text for file, source in cause.snippets.items()
    }
    runs = {(p["file"], run["sqlalchemy"], run["driver"]): run for p in item["programs"] for run in p["runs"]}
    assert runs.keys() == cause.matrix.keys()
    for key, run in runs.items():
        assert run["exit_status"] == cause.matrix[key].exit_status
        assert run["ran_on"] == str(cause.matrix[key].ran_on)
        assert not {"output", "errors"} & run.keys()


def test_a_program_can_be_fetched_at_its_address(client):
    for program in client.get("/api/v1/causes/lazy-load-relationship").json()["programs"]:
        assert client.get(program["url"].removeprefix(HERE)).status_code == 200


def test_no_root_cause_of_that_name_offers_those_near_it(client, refused):
    said = refused(client.get("/api/v1/causes/lazy-lode-relationship"), 404, "not-found")["detail"]
    assert "lazy-load-relationship" in said
    said = refused(client.get("/api/v1/causes/missing-greenlet"), 404, "not-found")["detail"]
    assert "is a question" in said
    assert f"{HERE}/causes/missing-greenlet/" in said


def test_the_search_finds_what_the_page_finds(client, page):
    found = client.get("/api/v1/search", {"q": "relatoinship"}).json()
    shown = page(client.get("/search/", {"q": "relatoinship"})).links()
    urls = [hit["url"].removeprefix(HERE) for group in found["groups"] for hit in group["hits"]]
    assert found["count"] == len(urls) > 3
    assert urls == [link for link in shown if link in set(urls)][: len(urls)]
    assert found["read_as"] == "relationship"
    assert found["is_traceback"] is False
    assert [group["name"] for group in found["groups"]][:1] == ["Root causes"]
    assert "relationship" in found["groups"][0]["hits"][0]["title"].lower()
    assert "\x02" not in str(found)


def test_a_traceback_that_is_searched_for_is_said_to_be_one(client, paste):
    text = paste("lazy-load-relationship")[:1500]
    assert client.get("/api/v1/search", {"q": text}).json()["is_traceback"] is True


def test_nothing_found_is_an_answer(client):
    assert client.get("/api/v1/search?q=zebra").json() == {
        "count": 0,
        "read_as": None,
        "is_traceback": False,
        "groups": [],
    }


@pytest.mark.parametrize("query", ["", "?q=", "?q=%20", "?p=x", f"?q={'x' * (LIMIT + 1)}"])
def test_a_search_for_nothing_or_too_much_is_told_so(client, refused, query):
    refused(client.get(f"/api/v1/search{query}"), 400, "bad-request")


@pytest.mark.parametrize("address", READS)
def test_a_read_may_be_kept_and_is_not_sent_twice(client, address):
    answer = client.get(address)
    tag = answer.headers["ETag"]
    assert answer.headers["Cache-Control"] == "public, max-age=300"
    assert tag.startswith('"')
    assert not answer.cookies
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get(address, headers={"If-None-Match": known})
        assert again.status_code == 304
        assert again.content == b""
        assert again.headers["ETag"] == tag
        assert again.headers["Cache-Control"] == answer.headers["Cache-Control"]
    assert client.get(address, headers={"If-None-Match": '"other"'}).content == answer.content
    assert client.head(address).headers["ETag"] == tag


def test_other_content_has_another_tag(client):
    tags = [client.get(f"/api/v1/causes/{slug}").headers["ETag"] for slug in CAUSES]
    assert len(set(tags)) == len(tags)


def test_who_insists_on_another_answer_is_told_so(client, refused):
    refused(client.get(READS[0], headers={"If-Match": '"other"'}), 412, "precondition-failed")
