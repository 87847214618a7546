"""The pages for what went wrong, and a log that holds no paste."""

import logging

import pytest
from django.test import Client

from troubleshooter.portal.logs import WithoutMessages


def test_a_wrong_slug_is_answered_with_the_names_that_come_near(client, page):
    answer = client.get("/causes/lazy-lode-relationship/")
    assert answer.status_code == 404
    assert "/causes/lazy-load-relationship/" in page(answer).links()


def test_a_form_without_its_cookie_is_told_what_to_do(page):
    answer = Client(enforce_csrf_checks=True).post("/diagnose/", {"paste": "Hello"})
    assert answer.status_code == 403
    assert "Nothing was kept." in page(answer).text
    assert "allow cookies" in page(answer).text


def test_a_form_with_its_cookie_is_answered():
    browser = Client(enforce_csrf_checks=True)
    browser.get("/")
    token = browser.cookies["csrftoken"].value
    assert browser.post("/diagnose/", {"paste": "Hello", "csrfmiddlewaretoken": token}).status_code == 200


@pytest.fixture
def broken(monkeypatch):
    def fail(text, *_args):
        raise ValueError(text)

    monkeypatch.setattr("troubleshooter.portal.views.diagnose", fail)


def test_our_own_fault_is_a_page_in_plain_words(broken, page):
    answer = Client(raise_request_exception=False).post("/diagnose/", {"paste": "password=hunter2"})
    assert answer.status_code == 500
    assert "The fault is ours" in page(answer).text
    assert "hunter2" not in answer.content.decode()


def test_our_own_fault_is_logged_without_the_paste(broken, caplog):
    Client(raise_request_exception=False).post("/diagnose/", {"paste": "password=hunter2"})
    record = next(item for item in caplog.records if item.exc_info)
    line = WithoutMessages().format(record)
    assert "ValueError" in line
    assert "views.py" in line
    assert "hunter2" not in line


def test_the_handler_of_the_log_leaves_messages_of_exceptions_out():
    ours = [item for item in logging.getLogger("django").handlers if type(item) is logging.StreamHandler]
    assert [type(item.formatter) for item in ours] == [WithoutMessages]


def test_an_unknown_host_gets_the_400_page(page):
    answer = Client(HTTP_HOST="evil.example").post("/diagnose/", {"paste": "Hello"})
    assert answer.status_code == 400
