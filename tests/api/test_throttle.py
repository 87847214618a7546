"""So many pastes a minute from one address, and no more."""

import pytest
from django.core.cache import cache

from troubleshooter.api import throttle

DOOR = "/api/v1/diagnose"


@pytest.fixture(autouse=True)
def _two_a_minute(settings, monkeypatch):
    settings.API_LIMIT = 2
    monkeypatch.setattr(throttle, "time", lambda: 600 + 12.5)


def post(client, **meta):
    return client.post(DOOR, b"x", content_type="text/plain", **meta)


def statuses(client, *metas):
    return [post(client, **meta).status_code for meta in metas]


def test_one_too_many_is_told_when_to_come_back(client, refused):
    assert statuses(client, {}, {}) == [200, 200]
    answer = post(client)
    said = refused(answer, 429, "too-many-requests")["detail"]
    assert answer.headers["Retry-After"] == "48"
    assert said == "2 pastes a minute are read from one address. Wait 48 seconds."


def test_the_next_minute_begins_anew(client, monkeypatch):
    assert statuses(client, {}, {}, {}) == [200, 200, 429]
    monkeypatch.setattr(throttle, "time", lambda: 660)
    assert statuses(client, {}) == [200]


def test_what_is_refused_for_another_reason_counts_too(client):
    assert client.post(DOOR, b"x", content_type="image/png").status_code == 415
    assert client.post(DOOR, b"", content_type="text/plain").status_code == 400
    assert statuses(client, {}) == [429]


def test_another_address_has_its_own_count(client):
    ours, theirs = {"REMOTE_ADDR": "192.0.2.1"}, {"REMOTE_ADDR": "192.0.2.2"}
    assert statuses(client, ours, ours, ours, theirs) == [200, 200, 429, 200]


def test_a_network_of_ipv6_is_one_client(client):
    ours = [{"REMOTE_ADDR": f"2001:db8:0:1::{host}"} for host in (1, 2, 3)]
    assert statuses(client, *ours, {"REMOTE_ADDR": "2001:db8:0:2::1"}) == [200, 200, 429, 200]


def test_ipv4_written_as_ipv6_is_the_same_client(client):
    both = [{"REMOTE_ADDR": "192.0.2.1"}, {"REMOTE_ADDR": "::ffff:192.0.2.1"}]
    assert statuses(client, *both, *both) == [200, 200, 429, 429]


def test_a_header_that_nobody_configured_is_not_believed(client):
    forged = [{"HTTP_X_FORWARDED_FOR": f"192.0.2.{host}", "HTTP_X_REAL_IP": f"192.0.2.{host}"} for host in (1, 2, 3)]
    assert statuses(client, *forged) == [200, 200, 429]


def test_of_the_configured_header_the_last_entry_counts(client, settings):
    settings.CLIENT_ADDRESS = "HTTP_X_FORWARDED_FOR"
    forged = [{"HTTP_X_FORWARDED_FOR": f"198.51.100.{number}, 192.0.2.1"} for number in (1, 2, 3)]
    other = {"HTTP_X_FORWARDED_FOR": "192.0.2.2"}
    assert statuses(client, *forged, other) == [200, 200, 429, 200]


@pytest.mark.parametrize("senseless", ["", "nobody", "192.0.2.1:99", "x" * 9000])
def test_a_senseless_address_is_one_client_and_no_fault(client, settings, senseless):
    settings.CLIENT_ADDRESS = "HTTP_X_REAL_IP"
    assert statuses(client, *[{"HTTP_X_REAL_IP": senseless}] * 3) == [200, 200, 429]


def test_reads_are_not_counted(client):
    assert {client.get("/api/v1/search?q=greenlet").status_code for _ in range(5)} == {200}
    assert statuses(client, {}) == [200]


def test_zero_is_no_limit(client, settings):
    settings.API_LIMIT = 0
    assert statuses(client, {}, {}, {}) == [200, 200, 200]


def test_a_count_that_was_thrown_out_lets_through(client, monkeypatch):
    monkeypatch.setattr(cache, "add", lambda *_args, **_options: False)
    assert statuses(client, {}) == [200]
