"""Every refusal below /api/ is a problem, whoever refuses."""

import pytest
from django.test import Client

from troubleshooter.api import problems, views

READS = ["/api/v1/causes", "/api/v1/causes/lazy-load-relationship", "/api/v1/search?q=greenlet"]
DOOR = "/api/v1/diagnose"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"])
@pytest.mark.parametrize("address", READS)
def test_a_read_takes_no_other_method(client, refused, address, method):
    answer = client.generic(method, address)
    refused(answer, 405, "method-not-allowed")
    assert answer.headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_a_diagnosis_is_posted(client, refused, method):
    answer = client.generic(method, DOOR)
    refused(answer, 405, "method-not-allowed")
    assert answer.headers["Allow"] == "POST"


@pytest.mark.parametrize("accept", ["text/html", "application/xml, text/*", "application/json;q=0", "nonsense"])
def test_who_does_not_accept_json_is_told_so(client, refused, accept):
    refused(client.get(READS[0], headers={"Accept": accept}), 406, "not-acceptable")
    refused(client.post(DOOR, b"x", content_type="text/plain", headers={"Accept": accept}), 406, "not-acceptable")


@pytest.mark.parametrize(
    "accept", ["", "*/*", "application/*", "application/json", "text/html, */*;q=0.1", "application/json;charset=utf-8"]
)
def test_who_accepts_json_gets_it(client, accept):
    assert client.get(READS[0], headers={"Accept": accept}).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1",
        "/api/v1/",
        "/api/v2/causes",
        "/api/v1/causes/",
        "/api/v1/causes/a/b",
        "/api/v1/causes/%0a",
        "/api/x%ff",
    ],
)
@pytest.mark.parametrize("debug", [True, False])
def test_an_address_that_nobody_has_is_told_so(client, refused, settings, address, debug):
    settings.DEBUG = debug
    refused(client.get(address), 404, "not-found")


def test_an_unknown_host_is_told_so(client):
    answer = client.get(READS[0], headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert answer.json()["type"] == "/api/#bad-request"


def test_a_fault_of_ours_is_a_problem_and_quotes_nothing(monkeypatch, refused, capsys):
    def fail(*_args):
        raise RuntimeError("SECRET")

    monkeypatch.setattr(views, "diagnose", fail)
    client = Client(raise_request_exception=False)
    answer = client.post(DOOR, b"SECRET", content_type="text/plain")
    refused(answer, 500, "server-error")
    printed = capsys.readouterr()
    assert "SECRET" not in answer.content.decode() + printed.out + printed.err


def test_a_page_is_still_refused_as_a_page(client):
    assert client.get("/nowhere/").headers["Content-Type"].startswith("text/html")
    assert client.get("/apis/").headers["Content-Type"].startswith("text/html")


def test_a_type_names_the_address_of_the_settings(client, settings):
    settings.SITE_URL = "https://a.example"
    assert client.get("/api/x").json()["type"] == "https://a.example/api/#not-found"


def test_every_kind_has_its_own_anchor_and_says_what_to_do():
    for slug, kind in problems.KINDS.items():
        assert slug == kind.slug
        assert 400 <= kind.status <= 599
        assert kind.title
        assert kind.advice
