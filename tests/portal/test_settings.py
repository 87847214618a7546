"""Settings come from the environment; a malformed one is named in one sentence."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from troubleshooter.settings import folder, header, hosts, number, origin, secret, switch


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (switch, "maybe"),
        (lambda name: hosts(name, ""), "https://example.org"),
        (lambda name: hosts(name, ""), "a.example,,b.example"),
        (lambda name: folder(name, settings.ROOT_URLCONF), "no/such/folder"),
        (secret, "short"),
        (origin, "example.org"),
        (origin, "ftp://example.org"),
        (origin, "https://example.org/docs"),
        (lambda name: number(name, 60), "-1"),
        (lambda name: number(name, 60), "many"),
        (lambda name: number(name, 60), "²"),
        (lambda name: header(name, "REMOTE_ADDR"), "X Real IP"),
        (lambda name: header(name, "REMOTE_ADDR"), "--"),
    ],
)
def test_a_malformed_value_is_refused_by_name(monkeypatch, read, value):
    monkeypatch.setenv("TROUBLESHOOTER_X", value)
    with pytest.raises(ImproperlyConfigured, match="TROUBLESHOOTER_X must"):
        read("TROUBLESHOOTER_X")


@pytest.mark.parametrize(("value", "on"), [("1", True), ("Yes", True), ("0", False), ("", False), ("off", False)])
def test_a_switch_is_read(monkeypatch, value, on):
    monkeypatch.setenv("TROUBLESHOOTER_X", value)
    assert switch("TROUBLESHOOTER_X") is on


def test_without_a_key_each_start_makes_one(monkeypatch):
    monkeypatch.delenv("TROUBLESHOOTER_X", raising=False)
    assert secret("TROUBLESHOOTER_X") != secret("TROUBLESHOOTER_X")


def test_hosts_are_split_at_commas(monkeypatch):
    monkeypatch.setenv("TROUBLESHOOTER_X", "a.example, [::1]")
    assert hosts("TROUBLESHOOTER_X", "") == ["a.example", "[::1]"]


@pytest.mark.parametrize(("value", "read"), [("", 60), ("0", 0), ("100", 100)])
def test_a_number_is_read(monkeypatch, value, read):
    monkeypatch.setenv("TROUBLESHOOTER_X", value)
    assert number("TROUBLESHOOTER_X", 60) == read


@pytest.mark.parametrize(
    ("value", "read"), [("", "REMOTE_ADDR"), ("REMOTE_ADDR", "REMOTE_ADDR"), ("X-Real-IP", "HTTP_X_REAL_IP")]
)
def test_the_name_of_a_header_becomes_its_key(monkeypatch, value, read):
    monkeypatch.setenv("TROUBLESHOOTER_X", value)
    assert header("TROUBLESHOOTER_X", "REMOTE_ADDR") == read


@pytest.mark.parametrize(("value", "read"), [("", ""), ("https://a.example/", "https://a.example")])
def test_the_address_of_the_site_is_scheme_and_host(monkeypatch, value, read):
    monkeypatch.setenv("TROUBLESHOOTER_X", value)
    assert origin("TROUBLESHOOTER_X") == read


def test_behind_https_the_deployment_check_is_silent():
    environment = {**os.environ, "TROUBLESHOOTER_HTTPS": "1", "TROUBLESHOOTER_DEBUG": "0"}
    command = [
        sys.executable,
        "-W",
        "error",
        "manage.py",
        "check",
        "--deploy",
        "--tag",
        "security",
        "--fail-level",
        "INFO",
    ]
    run = subprocess.run(command, cwd=settings.VAR.parent, env=environment, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
