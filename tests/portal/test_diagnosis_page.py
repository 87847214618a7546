"""The page of one diagnosis, from a real paste to what the person reads."""

import re
import tempfile

import pytest

from troubleshooter.catalogue.loading import catalogue


@pytest.fixture
def diagnosed(client, page, paste):
    return page(client.post("/diagnose/", {"paste": paste("lazy-load-relationship", "sa21")}))


def test_the_verdict_the_line_and_the_fix_are_in_the_users_own_names(diagnosed):
    assert "You read user.posts" in diagnosed.text
    assert "/srv/app/main.py:5 in show_posts" in diagnosed.text
    assert "selectinload(Model.posts)" in diagnosed.text or "selectinload(User.posts)" in diagnosed.text
    assert "in your names" in diagnosed.text
    assert "<mark>user.posts</mark>" in diagnosed.html


def test_the_sections_stand_in_reading_order(diagnosed):
    ids = [name for name in diagnosed.ids if name in {"verdict", "your-line", "fix", "why", "the-paste", "not-it"}]
    assert ids == ["verdict", "your-line", "fix", "why", "the-paste", "not-it"]


def test_a_fix_that_replaces_the_expression_is_a_diff_of_the_users_line(diagnosed):
    assert "for post in (await user.awaitable_attrs.posts):" in diagnosed.text
    assert "Now: for post in user.posts:" in diagnosed.text


def test_every_line_of_evidence_is_quoted_and_leads_to_the_line_in_the_paste(diagnosed, paste):
    text = paste("lazy-load-relationship", "sa21").split("\n")
    quoted = re.findall(r'<li><a href="#(r\d+)"><span class="at">line (\d+)</span>', diagnosed.html)
    assert len(quoted) >= 2
    for anchor, number in quoted:
        assert anchor in diagnosed.ids
        shown = diagnosed.html.partition(f'id="{anchor}"')[2].partition("</div>")[0]
        assert f'class="n">{number}<' in shown
        assert text[int(number) - 1].strip().split('"')[0][:20] in re.sub(r"<[^>]*>|[\"<>]*$", "", shown)


def test_library_runs_are_folded_and_own_frames_are_not(diagnosed):
    folded = "".join(re.findall(r"<details><summary>\d+ SQLAlchemy frames?</summary>.*?</details>", diagnosed.html))
    assert "_execute_context" in folded
    assert "/srv/app/main.py" not in folded


def test_what_was_recognised_is_named(client, paste):
    answer = client.post("/diagnose/", {"paste": paste("lazy-load-relationship", "sa21")})
    assert "SQLAlchemy 2.1" in answer.context["report"].chips
    assert "aiosqlite" in answer.context["report"].chips


def test_the_runner_up_says_what_would_have_made_it_the_answer(client, paste):
    answer = client.post("/diagnose/", {"paste": paste("lazy-load-relationship", "sa21")})
    second = answer.context["report"].runner_up_node
    assert re.search(rf"Would be <a href=\"{second.url}\">.*?</a> if .*<code>", answer.content.decode())


def test_fixes_that_the_sqlalchemy_of_the_paste_lacks_are_left_out_and_named(client, page, paste):
    text = page(client.post("/diagnose/", {"paste": paste("lazy-load-relationship", "sa14")})).text
    assert "Left out: Await the attribute. It exists in SQLAlchemy 2.0 and 2.1; your paste shows 1.4." in text
    assert "awaitable_attrs" not in text.partition("Not it?")[0].partition("Left out")[0]


def test_the_proven_pair_carries_the_stamp_of_its_run(diagnosed):
    assert re.search(r"Ran on SQLAlchemy 2\.\d+\.\d+, aiosqlite [\d.]+, Python 3\.[\d.]+", diagnosed.text)


def test_the_diagnosis_can_be_copied_as_markdown_without_the_paste(diagnosed):
    copy = diagnosed.html.partition('<textarea id="markdown"')[2].partition("</textarea>")[0]
    assert "**You read `user.posts`" in copy
    assert "[Lazy-loaded relationship](http://testserver/causes/lazy-load-relationship/)" in copy
    assert "_execute_context" not in copy


@pytest.mark.parametrize("slug", [slug for slug, cause in catalogue().causes.items() if not cause.matter.unproven])
def test_every_cause_is_diagnosed_from_its_own_page(client, page, slug):
    about = client.get(f"/causes/{slug}/")
    recorded = about.context["recorded"]
    assert "Diagnose this" in page(about).text
    assert client.post("/diagnose/", {"paste": recorded}).context["report"].cause.slug == slug


def test_what_cannot_be_decided_is_asked_and_the_answer_is_marked(client, page, cut):
    asked = client.post("/diagnose/", {"paste": cut})
    first = page(asked)
    question = catalogue().questions["missing-greenlet"].matter
    assert question.asks.replace("`", "") in first.text
    assert "Next time, paste this too" in first.text
    offered = [button["value"] for button in first.all("button", name="said")]
    assert set(offered) == {branch.to for branch in catalogue().tree.branches["missing-greenlet"]}

    leaf = next(slug for slug in offered if slug in catalogue().causes)
    answered = client.post("/diagnose/", {"paste": cut, "said": [leaf]})
    assert answered.context["report"].cause.slug == leaf
    assert "you said" in page(answered).text
    assert page(answered).all("input", name="said")[0]["value"] == leaf

    taken_back = client.post("/diagnose/", {"paste": cut, "said": [leaf], "forget": leaf})
    assert taken_back.context["report"].cause is None


def test_the_answers_send_the_paste_along_without_a_second_copy_of_it(client, page, cut):
    asked = page(client.post("/diagnose/", {"paste": cut}))
    assert {button["form"] for button in asked.all("button", name="said")} == {"again"}
    assert len(asked.all("textarea", name="paste")) == 1


def test_what_is_not_ours_gets_no_verdict_but_its_name_and_a_way_on(client, page, foreign):
    shown = page(client.post("/diagnose/", {"paste": foreign}))
    assert "This is not an async SQLAlchemy error that we know." in shown.text
    assert "It looks like: TypeError from NumPy (line 6)." in shown.text
    assert "Where to look instead" in shown.text
    assert "Fix" not in [word for word in shown.text.split() if word == "Fix"]


def test_text_without_a_traceback_is_said_to_be_that(client, page):
    assert "There is no traceback in this paste" in page(client.post("/diagnose/", {"paste": "Hello"})).text


def test_other_tracebacks_of_the_same_paste_are_listed_with_their_own_verdict(client, page, paste, foreign):
    both = page(client.post("/diagnose/", {"paste": paste("lazy-load-relationship", "sa20") + "\n" + foreign}))
    also = both.text.partition("Also in this paste")[2].partition("The paste")[0]
    assert "TypeError: 'str' object cannot be interpreted as an integer" in also
    assert "Not an async SQLAlchemy error that we know." in also


def test_long_runs_without_a_traceback_are_counted_instead_of_shown(client, page, paste):
    noise = "".join(f"INFO request {number} served\n" for number in range(500))
    shown = page(client.post("/diagnose/", {"paste": noise + paste("lazy-load-relationship", "sa21")}))
    assert re.search(r"4\d\d lines without a traceback", shown.text)
    assert "/srv/app/main.py:5 in show_posts line 554 of the paste" in shown.text


def test_diagnose_without_a_paste_to_post_leads_home(client):
    assert client.get("/diagnose/").headers["Location"] == "/"


def test_no_file_is_written_for_a_paste_or_an_upload(client, monkeypatch, paste, tmp_path):
    def refuse(*_args, **_kwargs):
        raise AssertionError("a temporary file was made")

    for name in ("NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "mkstemp", "mkdtemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    log = tmp_path / "big.log"
    log.write_text("x" * 900_000 + "\n" + paste("lazy-load-relationship", "sa21"))
    with log.open("rb") as file:
        assert client.post("/diagnose/", {"paste": "", "log": file}).context["report"].cause
