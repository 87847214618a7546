"""What is new: a page by day, and the same as an Atom feed."""

from xml.etree import ElementTree

from troubleshooter.catalogue.loading import catalogue
from troubleshooter.portal.changes import identity

ATOM = "{http://www.w3.org/2005/Atom}"


def test_every_root_cause_is_reached_from_the_page_of_changes(client, page):
    links = page(client.get("/changes/")).links()
    assert [slug for slug in catalogue().causes if f"/causes/{slug}/" not in links] == []


def test_every_change_has_an_anchor_of_its_own(client, page):
    ids = page(client.get("/changes/")).ids
    anchors = [identity(change) for change in catalogue().changes]
    assert len(set(anchors)) == len(anchors)
    assert set(anchors) <= set(ids)


def test_the_feed_is_atom_with_an_entry_that_leads_to_each_change(client, page):
    response = client.get("/changes.atom")
    assert response["Content-Type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(response.content)
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == len(catalogue().changes)
    for entry, change in zip(entries, catalogue().changes, strict=True):
        assert change.said in entry.findtext(f"{ATOM}title", "")
        assert entry.find(f"{ATOM}link").get("href").endswith(f"/changes/#{identity(change)}")
        assert entry.findtext(f"{ATOM}updated", "").startswith(str(change.date))


def test_every_page_names_the_feed(client, page):
    links = page(client.get("/causes/")).all("link", rel="alternate", type="application/atom+xml")
    assert [link["href"] for link in links] == ["/changes.atom"]
