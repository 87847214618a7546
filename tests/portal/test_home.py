"""The first page: the box, the examples, the causes by message, the first question."""

from troubleshooter.catalogue.loading import catalogue


def test_the_box_is_focused_and_posts_to_diagnose(client, page):
    home = page(client.get("/"))
    assert "autofocus" in home.all("textarea", name="paste")[0]
    form = home.all("form", id="box")[0]
    assert (form["method"], form["action"], form["enctype"]) == ("post", "/diagnose/", "multipart/form-data")


def test_the_limit_and_what_becomes_of_the_paste_are_said_beforehand(client, page):
    text = page(client.get("/")).text
    assert "up to 1 MiB" in text
    assert "read in memory to answer you, and not stored" in text


def test_three_examples_each_load_a_traceback_that_comes_back_with_its_own_cause(client, page):
    links = [link for link in page(client.get("/")).links() if "?example=" in link]
    assert len(links) == 3
    for link in links:
        loaded = client.get(link).context["paste"]
        assert "Error" in loaded or "MissingGreenlet" in loaded
        answer = client.post("/diagnose/", {"paste": loaded})
        assert answer.context["report"].cause.slug == link.partition("=")[2]


def test_an_unknown_example_leaves_the_box_empty(client):
    assert client.get("/?example=<script>").context["paste"] == ""


def test_every_family_is_there_with_the_messages_of_its_causes(client, page):
    home = page(client.get("/"))
    for family in {cause.matter.family for cause in catalogue().causes.values()}:
        first = next(cause for cause in catalogue().causes.values() if cause.matter.family == family)
        assert first.matter.says.replace("`", "") in home.text
        assert f"/causes/{first.slug}/" in home.links()


def test_the_first_question_leads_to_every_node_below_it(client, page):
    assert any(link.startswith("/tree/start/#") for link in page(client.get("/")).links())
    links = page(client.get("/tree/start/")).links()
    for branch in catalogue().tree.branches["start"]:
        room = "causes" if branch.to in catalogue().causes else "tree"
        assert f"/{room}/{branch.to}/" in links


def test_the_answers_to_a_question_begin_with_the_commonest(client, page):
    shown = page(client.get("/tree/missing-greenlet/"))
    led = [link for link in shown.links() if link.startswith(("/tree/", "/causes/")) and link.count("/") == 3]
    assert led.index("/tree/attribute-load/") < led.index("/causes/alembic-sync-env/")
    assert led.index("/causes/lazy-load-relationship/") < led.index("/causes/connection-garbage-collected/")
