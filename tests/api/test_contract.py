"""The OpenAPI document: its examples are answers of this installation, and a fuzzer that reads it finds nothing."""

import importlib.util
import subprocess
import sys

import pytest

from troubleshooter.api.contract import ASKED, PASTE

ANSWER = "application/json"


@pytest.fixture
def document(client):
    return client.get("/api/v1/openapi.json").json()


def example(operation):
    return operation["responses"]["200"]["content"][ANSWER]["example"]


def test_it_names_its_version_and_the_site(client, document, settings):
    assert document["openapi"] == "3.1.0"
    assert document["servers"] == [{"url": "http://testserver"}]
    settings.SITE_URL = "https://a.example"
    assert client.get("/api/v1/openapi.json").json()["servers"] == [{"url": "https://a.example"}]


def test_every_address_in_it_is_there_and_takes_these_methods_alone(client, document):
    for path, methods in document["paths"].items():
        for method in ("get", "post", "put", "delete"):
            status = client.generic(method.upper(), path.replace("{slug}", "lazy-load-relationship")).status_code
            assert (status == 405) == (method not in methods), (method, path)


@pytest.mark.parametrize("kind", ["text/plain", ANSWER, "multipart/form-data"])
def test_the_example_of_a_paste_gets_the_example_of_an_answer(client, document, kind):
    operation = document["paths"]["/api/v1/diagnose"]["post"]
    sent = operation["requestBody"]["content"][kind]["example"]
    answer = client.post("/api/v1/diagnose", sent, **({} if "multipart" in kind else {"content_type": kind}))
    assert answer.json() == example(operation)
    assert answer.json()["cause"] == "sync-driver-async-engine"
    assert PASTE in str(sent)


def test_the_examples_of_reads_are_real(client, document):
    paths = document["paths"]
    assert example(paths["/api/v1/causes"]["get"])["causes"] == client.get("/api/v1/causes").json()["causes"][:1]
    found = client.get("/api/v1/search", {"q": ASKED}).json()
    assert example(paths["/api/v1/search"]["get"]) == found
    assert found["count"] > 0
    slug = paths["/api/v1/causes/{slug}"]["get"]["parameters"][0]["example"]
    assert client.get(f"/api/v1/causes/{slug}").status_code == 200


def test_every_reference_in_it_leads_somewhere(document):
    def references(part):
        if isinstance(part, dict):
            yield from ([part["$ref"]] if "$ref" in part else [])
        for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else []:
            yield from references(inner)

    for reference in set(references(document)):
        found = document
        for step in reference.removeprefix("#/").split("/"):
            found = found[step]
        assert found


def test_schemathesis_finds_nothing(live_server, settings, tmp_path):
    if importlib.util.find_spec("schemathesis") is None:
        pytest.skip("no schemathesis: install what requirements-dev.txt names")
    settings.API_LIMIT = 0
    fuzzer = [sys.executable, "-c", "from schemathesis.cli import schemathesis; schemathesis()"]
    options = ["--max-examples", "25", "--seed", "1", "--no-color", "--generation-database", "none"]
    command = [*fuzzer, "run", f"{live_server.url}/api/v1/openapi.json", *options]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
