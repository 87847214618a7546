"""Every page: reachable, well linked, guarded, and without a single inline style or script."""

from urllib.parse import urlsplit

import pytest
from django.conf import settings

from troubleshooter.catalogue.loading import catalogue
from troubleshooter.portal.middleware import POLICY

CAUSES = list(catalogue().causes)
QUESTIONS = list(catalogue().questions)
CHAPTERS = list(catalogue().chapters)
KINDS = [
    "/",
    "/causes/",
    "/verified/",
    "/tree/",
    "/tree/start/",
    f"/causes/{CAUSES[0]}/",
    f"/causes/{QUESTIONS[0]}/",
    "/guide/",
    *(f"/guide/{slug}/" for slug in CHAPTERS),
    "/pitfalls/",
    "/pitfalls/?view=compact",
    "/pitfalls/?family=pool&sort=impact",
    "/faq/",
    "/truth/",
    "/api/",
]


def every_response(client, paste):
    yield from (client.get(address) for address in [*KINDS, f"/tree/{QUESTIONS[0]}/", "/no/such/page/"])
    texts = [
        paste("lazy-load-relationship", "sa21"),
        "sqlalchemy.exc.MissingGreenlet: greenlet_spawn",
        "Hello",
        "",
    ]
    yield from (client.post("/diagnose/", {"paste": text}) for text in [*texts, "x" * 1_100_000])


def test_every_page_and_every_place_in_it_that_a_link_names_is_there(client, page):
    ids, named, waiting, outside = {}, {}, ["/"], set()
    while waiting:
        address = waiting.pop()
        if address in ids:
            continue
        answer = client.get(address)
        assert answer.status_code == 200, address
        ids[address] = []
        if answer.headers["Content-Type"].startswith("text/html"):
            shown = page(answer)
            ids[address] = shown.ids
            for link in (urlsplit(link) for link in shown.links()):
                target = f"{link.path}?{link.query}".rstrip("?") if link.path else address
                if link.netloc:
                    outside.add(link.geturl())
                else:
                    waiting.append(target)
                    named.setdefault((target, link.fragment), address)
    dead = {
        f"{on}: {target}#{anchor}" for (target, anchor), on in named.items() if anchor and anchor not in ids[target]
    }
    assert dead == set()
    listed = (settings.CONTENT_DIR / "links.txt").read_text().split()
    assert sorted(outside) == listed, "python manage.py links writes the list anew"
    assert {f"/causes/{slug}/" for slug in (*CAUSES, *QUESTIONS)} <= ids.keys()
    assert {f"/tree/{slug}/" for slug in QUESTIONS} <= ids.keys()
    assert {f"/guide/{slug}/" for slug in CHAPTERS} <= ids.keys()


def test_every_link_into_a_page_finds_its_place_and_no_id_is_twice(client, page, paste):
    for answer in every_response(client, paste):
        shown = page(answer)
        assert len(shown.ids) == len(set(shown.ids))
        assert {link[1:] for link in shown.links() if link.startswith("#")} <= set(shown.ids)


def test_every_page_carries_the_headers_that_guard_it(client, paste):
    for answer in every_response(client, paste):
        assert answer.headers["Content-Security-Policy"] == POLICY
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert answer.headers["X-Frame-Options"] == "DENY"


def test_the_policy_has_no_hole():
    assert "unsafe" not in POLICY
    assert POLICY.startswith("default-src 'none'")


def test_no_page_has_an_inline_style_or_script_or_loads_from_another_host(client, page, paste):
    for answer in every_response(client, paste):
        shown = page(answer)
        assert not shown.all("style")
        code = [attrs for attrs in shown.all("script") if attrs.get("type") != "application/ld+json"]
        assert all(attrs.get("src", "").startswith("/static/") for attrs in code)
        loaded = [attrs for attrs in shown.all("link") if attrs["rel"] not in ("canonical", "alternate")]
        assert all(attrs["href"].startswith("/static/") for attrs in loaded)
        for tag, attrs in shown.elements:
            assert not [name for name in attrs if name == "style" or name.startswith("on")], tag


def test_every_page_has_one_heading_a_language_and_a_way_past_the_menu(client, page, paste):
    for answer in every_response(client, paste):
        shown = page(answer)
        assert len(shown.all("h1")) == 1
        assert shown.all("html", lang="en")
        assert shown.links()[0] == "#main"
        assert "main" in shown.ids


@pytest.mark.parametrize("slug", CAUSES)
def test_a_cause_has_its_messages_its_fix_its_proof_and_its_branches(client, page, slug):
    shown = page(client.get(f"/causes/{slug}/"))
    matter = catalogue().causes[slug].matter
    for message in matter.messages:
        assert " ".join(message.text.split()) in shown.text
    for fix in matter.fixes:
        assert fix.title.replace("`", "") in shown.text
        assert fix.costs.replace("`", "") in shown.text
    for branches in catalogue().tree.branches.values():
        for branch in branches:
            assert branch.to != slug or " ".join(branch.answer.replace("`", "").split()) in shown.text
    assert (f"/causes/{slug}/broken.py" in shown.links()) == (not matter.unproven)
    assert " ".join(matter.unproven.split()) in shown.text


@pytest.mark.parametrize("slug", CAUSES)
def test_every_snippet_can_be_fetched_as_python_that_compiles(client, slug):
    for name in catalogue().causes[slug].snippets:
        answer = client.get(f"/causes/{slug}/{name}")
        assert answer.headers["Content-Type"] == "text/x-python; charset=utf-8"
        assert f'filename="{slug}-{name}"' in answer.headers["Content-Disposition"]
        compile(answer.content, name, "exec")
        assert b"from schema import" not in answer.content


@pytest.mark.parametrize("address", ["/causes/nothing/broken.py", f"/causes/{CAUSES[0]}/schema.py", "/tree/nothing/"])
def test_what_is_not_there_is_a_404(client, address):
    assert client.get(address).status_code == 404


def test_a_leaf_asked_for_in_the_tree_is_its_page(client):
    assert client.get(f"/tree/{CAUSES[0]}/").headers["Location"] == f"/causes/{CAUSES[0]}/"


def test_the_filter_works_by_address_alone(client, page):
    shown = page(client.get("/causes/?q=Lazy+RELATIONSHIP"))
    assert "/causes/lazy-load-relationship/" in shown.links()
    assert "/causes/greenlet-not-installed/" not in shown.links()
    assert "None has it." in page(client.get("/causes/?q=zebra")).text


def test_the_tree_shows_every_question_and_every_leaf(client, page):
    shown = page(client.get("/tree/"))
    assert {f"/causes/{slug}/" for slug in CAUSES} <= set(shown.links())
    for question in catalogue().questions.values():
        assert question.matter.asks.replace("`", "") in shown.text


@pytest.mark.parametrize("slug", QUESTIONS)
def test_a_question_leads_back_up_and_on_down(client, page, slug):
    shown = page(client.get(f"/tree/{slug}/"))
    assert "/tree/start/" in shown.links()
    for branch in catalogue().tree.branches[slug]:
        room = "causes" if branch.to in catalogue().causes else "tree"
        assert f"/{room}/{branch.to}/" in shown.links()
