"""Nothing of a request ever becomes markup, and no text breaks the page."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PAYLOAD = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'`{{ 7|add:7 }}"
FRAME = '  File "/srv/app/{file}.py", line 5, in {function}\n    {code}\n'
LIBRARY = '  File "/srv/lib/python3.11/site-packages/{package}/orm/a.py", line 9, in {function}\n    x\n'
GREENLET = "sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_() here."


def harmless(response) -> bool:
    """Whether no tag of the payload came through, and no template looked at it."""
    html = response.content.decode()
    return "<script>alert" not in html and "<img src=x" not in html and "{{ 14" not in html


@pytest.mark.parametrize(
    "text",
    [
        PAYLOAD,
        "Traceback (most recent call last):\n" + FRAME.format(file=PAYLOAD, function="f", code="x") + GREENLET,
        "Traceback (most recent call last):\n" + FRAME.format(file="a", function=PAYLOAD, code="x") + GREENLET,
        "Traceback (most recent call last):\n" + FRAME.format(file="a", function="f", code=PAYLOAD) + GREENLET,
        "Traceback (most recent call last):\n" + LIBRARY.format(package=PAYLOAD, function=PAYLOAD) + GREENLET,
        "Traceback (most recent call last):\n" + FRAME.format(file="a", function="f", code="x") + PAYLOAD + ": x",
        f"Traceback (most recent call last):\n{GREENLET} {PAYLOAD}",
        f"</textarea>{PAYLOAD}\n{GREENLET}",
        f"ValueError: {PAYLOAD}\n\n{GREENLET}",
    ],
)
def test_a_paste_is_shown_escaped_wherever_it_stands(client, text):
    answer = client.post("/diagnose/", {"paste": text})
    assert answer.status_code == 200
    assert harmless(answer)


@pytest.mark.parametrize(
    "path",
    [
        f"/causes/?q={PAYLOAD}",
        f"/?example={PAYLOAD}",
        f"/causes/{PAYLOAD}/",
        f"/{PAYLOAD}",
        f"/tree/{PAYLOAD}/",
    ],
)
def test_an_address_is_shown_escaped(client, path):
    assert harmless(client.get(path))


def test_answers_that_no_question_offers_change_nothing(client):
    answer = client.post("/diagnose/", {"paste": GREENLET, "said": [PAYLOAD, "no-such-node", "start"]})
    assert answer.status_code == 200
    assert harmless(answer)


@given(st.text(max_size=400))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_answered(client, text):
    assert client.post("/diagnose/", {"paste": f"{text}\n{GREENLET}\n{text}"}).status_code in (200, 400)


@given(st.binary(max_size=400))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_answered(client, raw):
    body = b'--x\r\nContent-Disposition: form-data; name="log"; filename="a"\r\n\r\n' + raw + b"\r\n--x--\r\n"
    answer = client.generic("POST", "/diagnose/", body, content_type="multipart/form-data; boundary=x")
    assert answer.status_code in (200, 400)
