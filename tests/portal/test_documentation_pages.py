"""The pages of the guide, the pitfalls, the FAQ and the claims show what their files say."""

import json
import re
from itertools import pairwise

import pytest

from troubleshooter.catalogue.loading import catalogue
from troubleshooter.catalogue.schema import FAMILIES
from troubleshooter.portal.documents import structured
from troubleshooter.portal.pitfalls import frameworks

CHAPTERS = list(catalogue().chapters)
CAUSES = catalogue().causes


def plain(text):
    return " ".join(text.replace("`", "").split())


@pytest.mark.parametrize("slug", CHAPTERS)
def test_a_chapter_says_its_summary_shows_its_programs_and_ends_with_its_pitfalls(client, page, slug):
    shown = page(client.get(f"/guide/{slug}/"))
    chapter = catalogue().chapters[slug]
    assert plain(chapter.matter.summary) in shown.text
    for part in chapter.body.parts:
        if part.program:
            folder, _, name = part.program.partition("/")
            room = "programs" if part.program.removesuffix(".py") in catalogue().programs else "causes"
            assert f"/{room}/{folder}/{name}" in shown.links()
    for pitfall in chapter.matter.pitfalls:
        assert f"/causes/{pitfall}/" in shown.links()
        assert plain(CAUSES[pitfall].matter.fix) in shown.text


@pytest.mark.parametrize("slug", list(catalogue().programs))
def test_a_program_is_shown_with_what_it_printed_and_fetched_as_a_file_that_runs_alone(client, page, slug):
    program = catalogue().programs[slug]
    answer = client.get(f"/programs/{slug}.py")
    assert f'filename="{program.file}"' in answer.headers["Content-Disposition"]
    compile(answer.content, program.file, "exec")
    assert b"\nfrom schema import" not in answer.content
    texts = [page(client.get(address)).text for address in ("/faq/", "/truth/", *(f"/guide/{c}/" for c in CHAPTERS))]
    printed = {plain(run.output) for run in program.runs.values()}
    assert all(any(output in text.replace("`", "") for text in texts) for output in printed)


def test_chapters_lead_on_and_back(client, page):
    for before, after in pairwise(CHAPTERS):
        assert f"/guide/{after}/" in page(client.get(f"/guide/{before}/")).links()
        assert f"/guide/{before}/" in page(client.get(f"/guide/{after}/")).links()
    assert [link for link in page(client.get("/guide/")).links() if link.startswith("/guide/")][1:] == [
        f"/guide/{slug}/" for slug in CHAPTERS
    ]


@pytest.mark.parametrize("address", ["/guide/nothing/", "/programs/guide/nothing.py", "/programs/nothing/x.py"])
def test_what_is_not_there_is_a_404(client, address):
    assert client.get(address).status_code == 404


def test_the_faq_answers_each_question_at_its_own_anchor_and_as_data(client, page):
    answer = client.get("/faq/")
    shown = page(answer)
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', answer.content.decode())
    asked = json.loads(data)["mainEntity"]
    for item, told in zip(catalogue().faq.values(), asked, strict=True):
        assert item.slug in shown.ids
        assert plain(item.matter.answer) in shown.text
        assert told["name"] == item.matter.question.replace("`", "")
        assert told["acceptedAnswer"]["text"] == item.matter.answer.replace("`", "")


def test_no_answer_can_end_the_element_that_holds_the_data():
    known = catalogue()
    item = next(iter(known.faq.values()))
    matter = type(item.matter)("</script><b>?", 1, "A & B <!--")
    spoiled = type(known)({}, {}, known.tree, known.schema, faq={"x": type(item)("x", matter, item.body)})
    assert not set("<>&") & set(structured(spoiled))
    assert json.loads(structured(spoiled))["mainEntity"][0]["name"] == "</script><b>?"


def test_the_ledger_gives_each_claim_its_verdict_its_truth_and_its_proof(client, page):
    shown = page(client.get("/truth/"))
    for claim in catalogue().claims.values():
        assert claim.slug in shown.ids
        assert f"{claim.verdict.title()}. {plain(claim.truth)}" in shown.text
        assert any(link.endswith(f"/{claim.proof}") for link in shown.links())


def rows(client, query=""):
    return re.findall(r'<tr id="([\w-]+)" role="row"', client.get(f"/pitfalls/{query}").content.decode())


def test_the_table_has_one_row_for_each_cause_in_reading_order(client, page):
    shown = page(client.get("/pitfalls/"))
    assert rows(client) == list(CAUSES)
    for cause in CAUSES.values():
        assert plain(f"{cause.matter.symptom} {cause.matter.says} {cause.matter.fix}".replace(" ", "")) in (
            shown.text.replace(" ", "")
        )


def test_rows_are_filtered_by_family_driver_and_framework(client):
    for family in FAMILIES:
        wanted = [slug for slug, cause in CAUSES.items() if cause.matter.family == family]
        assert rows(client, f"?family={family}") == wanted
    found = rows(client, "?driver=asyncmy")
    assert {"missing-await", "mysql-packet-out-of-sync"} <= set(found)
    assert not {slug for slug in found if slug.startswith(("asyncpg-", "sqlite-", "psycopg-"))}
    wanted = [slug for slug, cause in CAUSES.items() if "FastAPI" in frameworks(cause)]
    assert "serialization-lazy-load" in wanted
    assert rows(client, "?framework=FastAPI") == wanted


def test_what_a_page_says_of_other_causes_names_no_framework():
    cause = CAUSES["lazy-load-relationship"]
    assert "FastAPI" in cause.texts["Looks similar"]
    assert frameworks(cause) == ()


def test_rows_are_sorted_by_what_is_printed(client):
    said = [CAUSES[slug].matter.says.replace("`", "").lower() for slug in rows(client, "?sort=impact")]
    assert said == sorted(said)
    assert len(said) == len(CAUSES)


def test_what_is_not_known_is_passed_over(client):
    assert rows(client, "?family=puddle&driver=x&sort=%00&view=y") == list(CAUSES)


def test_no_row_at_all_is_said(client, page):
    shown = page(client.get("/pitfalls/?family=pool&framework=SQLModel"))
    assert "No row fits all of these." in shown.text


def test_the_compact_table_has_no_programs(client):
    assert b"<details>" not in client.get("/pitfalls/?view=compact").content.partition(b"<footer")[0]
    assert rows(client, "?view=compact") == list(CAUSES)


def test_a_row_holds_its_pair_with_the_telling_lines_marked(client):
    html = client.get("/pitfalls/?family=greenlet").content.decode()
    (pair,) = re.findall(r'id="lazy-load-relationship".*?<div class="pair">(.*?)</details>', html, re.DOTALL)
    assert re.findall(r'<mark class="line">(.*?)</mark>', pair, re.DOTALL)
    assert "/causes/lazy-load-relationship/fixed.py" in pair


def test_the_matrix_leads_to_where_a_program_is_shown(client, page):
    links = page(client.get("/verified/")).links()
    for slug, program in catalogue().programs.items():
        assert slug in page(client.get("/verified/")).ids
        assert program.file
    assert any(link.startswith(("/guide/", "/truth/", "/faq/")) for link in links[10:])
