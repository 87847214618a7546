"""Static files: small, served compressed, free of other hosts, and in step with the highlighter's colours."""

import gzip
import re
from contextlib import closing

import pytest
from django.contrib.staticfiles import finders

from troubleshooter.catalogue.palette import stylesheet

# Closing a streamed response ends a request, at which Django looks after its database connections.
pytestmark = pytest.mark.django_db

FILES = ("portal/site.css", "portal/site.js", "portal/logo.svg")


def source(name: str) -> str:
    with open(finders.find(name), encoding="utf-8") as file:
        return file.read()


@pytest.mark.parametrize("name", FILES)
def test_a_static_file_is_served_without_debug_and_before_collectstatic(client, name):
    with closing(client.get(f"/static/{name}")) as answer:
        assert answer.status_code == 200
        assert b"".join(answer.streaming_content).decode() == source(name)


def test_the_first_view_is_under_60_kib_compressed(client):
    parts = [client.get("/").content, *(source(name).encode() for name in FILES)]
    assert sum(len(gzip.compress(part)) for part in parts) < 60 * 1024


def test_the_card_is_a_small_image_of_the_size_that_is_shown():
    with open(finders.find("portal/card.png"), "rb") as file:
        data = file.read()
    assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (1200, 630)
    assert len(data) < 32 * 1024


def test_pages_and_styles_are_sent_compressed(client):
    for address in ("/", "/static/portal/site.css"):
        with closing(client.get(address, headers={"accept-encoding": "gzip"})) as answer:
            assert answer.headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize("name", FILES)
def test_no_static_file_names_another_host(name):
    assert set(re.findall(r"https?://([^\s\"'/]+)", source(name))) <= {"www.w3.org"}
    assert "@import" not in source(name)


@pytest.mark.parametrize("dark", [False, True])
def test_highlighted_code_has_the_colours_of_the_palette(dark):
    light, _, night = source("portal/site.css").partition("/* Highlighted code")[2].partition("@media")
    for rule in stylesheet(dark).splitlines():
        assert rule in (night if dark else light)
