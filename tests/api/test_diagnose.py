"""POST /api/v1/diagnose: the line of the command line, whichever way the paste comes."""

import io
import json
import logging
import subprocess
import sys

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.pastes import FOLDER
from troubleshooter.catalogue.answering import as_line
from troubleshooter.catalogue.loading import catalogue
from troubleshooter.diagnosis.decoding import decode
from troubleshooter.diagnosis.diagnosing import diagnose

DOOR = "/api/v1/diagnose"
MIB = 1024 * 1024
PASTES = sorted(FOLDER.glob("*/*.txt"))
EVERY_KIND = [
    FOLDER / "lazy-load-relationship" / "sa21.txt",
    FOLDER / "missing-greenlet" / "sa20-asyncpg-tail.txt",
    FOLDER / "none" / "cms-recursion.txt",
]


@pytest.fixture(autouse=True)
def _unlimited(settings):
    settings.API_LIMIT = 0


def plain(client, raw):
    return client.post(DOOR, raw, content_type="text/plain")


def in_json(client, raw):
    return client.post(DOOR, json.dumps({"paste": raw.decode()}), content_type="application/json")


def uploaded(client, raw):
    return client.post(DOOR, {"paste": SimpleUploadedFile("app.log", raw)})


def is_utf_8(raw):
    return raw.decode("utf-8", "ignore").encode() == raw


def line_of(raw):
    everything = catalogue()
    return (as_line(diagnose(decode(raw), everything.tree)[1], everything, "-") + "\n").encode()


@pytest.mark.parametrize("path", EVERY_KIND, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("send", [plain, in_json, uploaded])
def test_the_answer_is_byte_for_byte_what_the_command_prints(client, path, send):
    raw = path.read_bytes()
    command = [sys.executable, "manage.py", "diagnose", "--format", "json"]
    printed = subprocess.run(command, input=raw, capture_output=True, cwd=FOLDER.parent.parent, check=False).stdout
    answer = send(client, raw)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.content == printed == line_of(raw)


@pytest.mark.parametrize("folder", sorted({path.parent.name for path in PASTES}))
def test_every_recorded_paste_gets_the_same_line_by_every_way(client, folder):
    for path in (path for path in PASTES if path.parent.name == folder):
        raw = path.read_bytes()
        expected = line_of(raw)
        for send in (plain, uploaded, *((in_json,) if is_utf_8(raw) else ())):
            assert send(client, raw).content == expected, path


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "utf-32"])
@pytest.mark.parametrize("send", [plain, uploaded])
def test_what_windows_shells_write_is_read(client, paste, send, encoding):
    answer = send(client, paste("lazy-load-relationship").encode(encoding))
    assert answer.json()["cause"] == "lazy-load-relationship"
    assert answer.content == line_of(paste("lazy-load-relationship").encode())


def test_it_needs_no_cookie_sets_none_and_may_not_be_kept(paste):
    answer = plain(Client(enforce_csrf_checks=True), paste("lazy-load-relationship").encode())
    assert answer.status_code == 200
    assert not answer.cookies
    assert answer.headers["Cache-Control"] == "no-store"


def test_without_a_media_type_it_is_text(client, paste):
    answer = client.generic("POST", DOOR, paste("lazy-load-relationship").encode(), content_type="")
    assert answer.json()["cause"] == "lazy-load-relationship"


def test_a_field_of_a_form_is_read_as_well_as_a_file(client, paste):
    answer = client.post(DOOR, {"paste": paste("lazy-load-relationship")})
    assert answer.json()["cause"] == "lazy-load-relationship"


def test_half_a_surrogate_pair_in_json_is_read_past(client, paste):
    body = json.dumps({"paste": "\ud800 " + paste("lazy-load-relationship")})
    assert client.post(DOOR, body, content_type="application/json").json()["cause"] == "lazy-load-relationship"


def test_nothing_of_a_paste_is_logged(client, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    for send in (plain, in_json, uploaded):
        send(client, b"SECRET\nsqlalchemy.exc.MissingGreenlet: SECRET")
        send(client, b"SECRET" * MIB)
    client.post(DOOR, b"{SECRET", content_type="application/json")
    client.post(DOOR, b"SECRET", content_type="image/png")
    printed = capsys.readouterr()
    assert "SECRET" not in caplog.text + printed.out + printed.err


@pytest.mark.parametrize("size", [MIB + 1, 5 * MIB])
@pytest.mark.parametrize("send", [plain, in_json, uploaded])
def test_more_than_the_page_takes_is_too_large(client, send, size, refused):
    said = refused(send(client, b"x" * size), 413, "too-large")["detail"]
    assert "1 MiB is read" in said
    assert send(client, b"x" * MIB).status_code == 200


def test_a_body_far_over_the_limit_is_refused_unread(client, refused):
    class Untouchable(io.BytesIO):
        def read(self, *_args):
            raise AssertionError("the body was read")

    answer = client.generic("POST", DOOR, CONTENT_LENGTH=str(500 * MIB), **{"wsgi.input": Untouchable()})
    assert "That is 500 MiB" in refused(answer, 413, "too-large")["detail"]


@pytest.mark.parametrize("nothing", [b"", b"  \r\n\t ", b"\0\0\0", b"\0" * 7])
@pytest.mark.parametrize("send", [plain, in_json, uploaded])
def test_nothing_is_told_so(client, send, nothing, refused):
    refused(send(client, nothing), 400, "nothing-to-read")


@pytest.mark.parametrize("send", [plain, uploaded])
def test_a_binary_file_is_unknown_as_on_the_command_line(client, send):
    raw = b"\x1f\x8b\x08\x00" + bytes(range(256)) * 9
    answer = send(client, raw)
    assert answer.json()["status"] == "unknown"
    assert answer.content == line_of(raw)


@pytest.mark.parametrize(
    "body",
    [b" ", b"{", b"[" * 200_000, b"[]", b"3", b'{"paste": 3}', b'{"paste": null}', b'{"past": "x"}', b"\xff",
     b'{"paste": "x", "y": 1}', b'"' + b"x" * 9 + b'"', b"1" * 9999],
)  # fmt: skip
def test_json_that_holds_no_paste_is_told_so(client, body, refused):
    refused(client.post(DOOR, body, content_type="application/json"), 400, "bad-request")


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"--x\r\nnonsense"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=other\r\n\r\nx\r\n--x--\r\n"),
        (
            "multipart/form-data; boundary=x",
            b"--x\r\nContent-Disposition: form-data; name=paste\r\n\r\nx\r\n" * 2 + b"--x--\r\n",
        ),
    ],
)
def test_a_torn_form_and_one_without_the_field_are_told_so(client, kind, body, refused):
    refused(client.generic("POST", DOOR, body, content_type=kind), 400, "bad-request")


def test_a_flood_of_fields_is_told_so(client, refused):
    refused(client.post(DOOR, {f"field{number}": "" for number in range(1200)}), 400, "bad-request")


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "image/png", "nonsense", "text/html"])
def test_another_media_type_is_told_so(client, kind, refused):
    refused(client.post(DOOR, b"x", content_type=kind), 415, "unsupported-media-type")


def test_who_forgot_the_header_of_curl_is_told_what_to_add(client, refused):
    answer = client.post(DOOR, b"x", content_type="application/x-www-form-urlencoded")
    assert "-H 'Content-Type: text/plain'" in refused(answer, 415, "unsupported-media-type")["detail"]


def test_a_body_in_chunks_without_a_length_is_told_so(client, refused):
    answer = client.generic("POST", DOOR, b"", content_type="text/plain", headers={"Transfer-Encoding": "chunked"})
    refused(answer, 411, "length-required")


@given(st.binary(max_size=400))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_answered(client, raw):
    assert plain(client, raw).status_code in (200, 400)
    assert client.post(DOOR, raw, content_type="application/json").status_code in (200, 400)


@given(st.text(alphabet=st.characters(), max_size=400))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_answered(client, text):
    body = json.dumps({"paste": f"{text}\nsqlalchemy.exc.MissingGreenlet: {text}"})
    assert client.post(DOOR, body, content_type="application/json").status_code in (200, 400)
