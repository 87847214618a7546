"""The page that explains the API: its lines run as they stand, and every refusal finds its place on it."""

import json
import re
import shutil
import subprocess
from html import unescape

import pytest

from tests.pastes import FOLDER
from troubleshooter.api.problems import KINDS
from troubleshooter.catalogue.answering import as_line
from troubleshooter.catalogue.loading import catalogue
from troubleshooter.diagnosis.diagnosing import diagnose

PASTE = (FOLDER / "lazy-load-relationship" / "sa21.txt").read_text(encoding="utf-8")


def lines(html):
    """What stands to be copied, by its id."""
    found = re.findall(r'<div class="code" id="(curl-\w+)"[^>]*><pre class="wrap"><code>(.*?)</code>', html, re.DOTALL)
    return {name: unescape(line) for name, line in found}


@pytest.fixture
def copied(live_server, tmp_path):
    """Runs a line of the page of a live server in a shell, beside a traceback.txt."""
    if not shutil.which("curl"):
        pytest.skip("no curl: install it to run the lines of the page")
    (tmp_path / "traceback.txt").write_text(PASTE, encoding="utf-8")

    def run(name):
        page = subprocess.run(["curl", "-sS", f"{live_server.url}/api/"], capture_output=True, check=True).stdout
        line = lines(page.decode())[name]
        return subprocess.run(line, shell=True, cwd=tmp_path, capture_output=True, timeout=60, check=True)

    return run


@pytest.mark.parametrize("name", ["curl-text", "curl-form"])
def test_a_line_that_posts_prints_what_the_command_prints(copied, name):
    done = copied(name)
    everything = catalogue()
    assert done.stdout.decode() == as_line(diagnose(PASTE, everything.tree)[1], everything, "-") + "\n"
    assert done.stderr == b""


def test_the_line_that_searches_finds(copied):
    assert json.loads(copied("curl-search").stdout)["count"] > 0


def test_no_line_of_the_page_is_left_out(client):
    assert set(lines(client.get("/api/").content.decode())) == {"curl-text", "curl-form", "curl-search"}
    assert client.get("/api/").content.count(b"curl -") == 3


def test_every_refusal_has_its_place_on_the_page(client, page):
    shown = page(client.get("/api/"))
    assert set(KINDS) <= set(shown.ids)
    for kind in KINDS.values():
        assert kind.title in shown.text
        assert kind.advice.replace("`", "") in shown.text


def test_the_page_says_what_the_contract_says(client, page):
    shown = page(client.get("/api/")).text
    document = client.get("/api/v1/openapi.json").json()
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert f"{method.upper()} {path}" in shown
            assert operation["summary"] in shown
    for name, schema in document["components"]["schemas"]["Diagnosis"]["properties"].items():
        assert name + schema["description"].replace("`", "") in shown


def test_the_limit_is_said_as_it_is(client, page, settings):
    assert "60 pastes a minute" in page(client.get("/api/")).text
    settings.API_LIMIT = 0
    assert "One address may send" not in page(client.get("/api/")).text


def test_every_page_leads_to_it_and_robots_may_read_it(client, page):
    assert "/api/" in page(client.get("/")).links()
    assert "/api/" not in client.get("/robots.txt").content.decode()
