"""Too much, nothing, and what is not text: words on a page, never a stack trace."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from troubleshooter.catalogue.receiving import size_in_words

MIB = 1024 * 1024


def upload(client, content: bytes, paste: str = ""):
    return client.post("/diagnose/", {"paste": paste, "log": SimpleUploadedFile("app.log", content)})


def test_one_mebibyte_is_read(client):
    assert client.post("/diagnose/", {"paste": "x" * MIB}).status_code == 200


@pytest.mark.parametrize("size", [MIB + 1, 3_355_443, 5 * MIB])
def test_more_is_refused_with_its_size_and_what_to_do(client, page, size):
    answer = client.post("/diagnose/", {"paste": "x" * size})
    text = page(answer).text
    assert answer.status_code == 413
    assert "we read up to 1 MiB" in text
    assert "Nothing was kept" in text
    assert "python manage.py diagnose FILE" in text


def test_the_size_is_said_in_words(client, page):
    assert "That is 3.2 MiB;" in page(upload(client, b"x" * 3_355_443)).text
    assert "That is 1 byte more than 1 MiB;" in page(upload(client, b"x" * (MIB + 1))).text
    assert [size_in_words(size) for size in (1, 2048, MIB, 3_355_443)] == [
        "1 byte",
        "2 KiB",
        "1 MiB",
        "3.2 MiB",
    ]


def test_newlines_that_a_form_doubles_do_not_count(client):
    assert client.post("/diagnose/", {"paste": "x\r\n" * (MIB // 2)}).status_code == 200


def test_a_body_far_over_the_limit_is_refused_unread(client, page):
    class Untouchable(io.BytesIO):
        def read(self, *_args):
            raise AssertionError("the body was read")

    answer = client.generic("POST", "/diagnose/", CONTENT_LENGTH=str(500 * MIB), **{"wsgi.input": Untouchable()})
    assert answer.status_code == 413
    assert "That is 500 MiB" in page(answer).text


@pytest.mark.parametrize("length", ["", "x", "-5", "²"])
def test_a_senseless_length_is_no_stack_trace(client, length):
    assert client.generic("POST", "/diagnose/", b"", CONTENT_LENGTH=length).status_code == 400


@pytest.mark.parametrize("nothing", ["", "   \r\n\t ", "\0\0\0"])
def test_an_empty_paste_is_told_so(client, page, nothing):
    answer = client.post("/diagnose/", {"paste": nothing})
    assert answer.status_code == 400
    assert "There was nothing to read." in page(answer).text


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 40, b"\x1f\x8b\x08\x00" + bytes(range(256)) * 9]
)
def test_a_binary_file_is_told_so(client, page, content):
    answer = upload(client, content)
    assert answer.status_code == 400
    assert "That file is not text." in page(answer).text


def test_the_file_wins_over_the_box_unless_it_is_empty(client, paste):
    traceback = paste("lazy-load-relationship", "sa21")
    assert upload(client, traceback.encode(), "Hello").context["report"].cause
    assert upload(client, b"", traceback).context["report"].cause


def test_nul_and_invalid_utf_8_are_remarked_on_and_read_past(client, page, paste):
    traceback = paste("lazy-load-relationship", "sa21").encode()
    answer = upload(client, b"caf\xe9 \0\n" + traceback)
    text = page(answer).text
    assert answer.context["report"].cause
    assert "1 NUL character was left out." in text
    assert "1 character could not be read" in text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_what_windows_shells_write_is_read(client, paste, encoding):
    answer = upload(client, paste("lazy-load-relationship", "sa21").encode(encoding))
    assert answer.context["report"].cause
    assert not answer.context["remarks"]


def test_a_torn_form_and_a_flood_of_fields_get_the_400_page(client, page):
    torn = client.generic("POST", "/diagnose/", b"--x\r\nnonsense", content_type="multipart/form-data")
    flood = client.post("/diagnose/", {f"field{number}": "" for number in range(1200)})
    for answer in (torn, flood):
        assert answer.status_code == 400
        assert "That request could not be read." in page(answer).text
