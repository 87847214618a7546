"""A diagnosis as Markdown: complete, and not broken by what a paste holds."""

from troubleshooter.catalogue.loading import catalogue
from troubleshooter.diagnosis.diagnosing import diagnose
from troubleshooter.portal.markdown import as_markdown
from troubleshooter.portal.presenting import report


def markdown(text: str) -> str:
    everything = catalogue()
    return as_markdown(report(*diagnose(text, everything.tree), everything), "https://example.org/x/")


def test_it_has_verdict_culprit_fix_and_evidence(paste):
    text = markdown(paste("lazy-load-relationship", "sa21"))
    assert text.startswith("**You read `user.posts`")
    assert "Culprit: `/srv/app/main.py:5` in `show_posts`\n\n```python\nfor post in user.posts:\n```" in text
    assert "Fix: Load it in the query\n\n```python\nquery = select(" in text
    assert "Decided by:\n- line " in text
    assert "Seen: SQLAlchemy 2.1, Python 3.11, aiosqlite" in text


def test_a_fence_is_longer_than_any_run_of_backticks_in_the_code(paste):
    text = markdown(paste("lazy-load-relationship", "sa21").replace("for post in", "x = '````'; for post in"))
    assert "`````python\nx = '````'; for post in user.posts:\n`````" in text


def test_nothing_found_is_said_in_one_line():
    assert markdown("Hello") == "**There is no traceback in this paste that we can read.**\n"
