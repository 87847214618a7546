"""The small functions that turn values into words, without a page around them."""

import dataclasses
from datetime import date

import msgspec
import pytest

from troubleshooter.catalogue.fixes import left_out, ways
from troubleshooter.catalogue.loading import catalogue
from troubleshooter.catalogue.marking import Marked, change, mark
from troubleshooter.catalogue.schema import Run
from troubleshooter.diagnosis.branching import Branch
from troubleshooter.diagnosis.model import Diagnosis, Environment, Frame, RunnerUp
from troubleshooter.portal.libraries import folded, library
from troubleshooter.portal.proofs import pair, recorded, stamp
from troubleshooter.portal.templatetags.prose import prose, python
from troubleshooter.portal.words import missing, recognised

SITE = "/srv/.venv/lib/python3.11/site-packages"
LAZY = "lazy-load-relationship"


@pytest.mark.parametrize(
    ("file", "name"),
    [
        (f"{SITE}/sqlalchemy/orm/attributes.py", "SQLAlchemy"),
        (f"{SITE}/typing_extensions.py", "typing_extensions"),
        (r"C:\app\.venv\Lib\site-packages\fastapi\routing.py", "FastAPI"),
        ("…/sqlalchemy/engine/base.py", "SQLAlchemy"),
        ("/usr/local/lib/python3.11/asyncio/runners.py", "asyncio"),
        ("/usr/lib/python3.11/contextlib.py", "Python"),
        ("<frozen importlib._bootstrap>", "Python"),
        ("x.pyx", "library"),
    ],
)
def test_a_frame_is_named_after_its_library(file, name):
    assert library(file) == name


def test_a_run_of_frames_is_counted_and_named():
    assert folded([f"{SITE}/sqlalchemy/a.py"] * 27) == "27 SQLAlchemy frames"
    assert folded([f"{SITE}/sqlalchemy/a.py"]) == "1 SQLAlchemy frame"
    mixed = [f"{SITE}/asyncpg/a.py", *[f"{SITE}/sqlalchemy/a.py"] * 2]
    assert folded(mixed) == "3 library frames: SQLAlchemy, asyncpg"


def test_a_line_is_changed_only_where_the_expression_stands_once():
    frame = Frame("/a.py", 1, "f", 0, code="    print(a.b, c)")
    changed = change(frame, "a.b", "(await a.b)")
    assert changed is not None
    assert changed.new == Marked("print(", "(await a.b)", ", c)")
    assert change(dataclasses.replace(frame, code="a.b + a.b"), "a.b", "x") is None
    assert change(frame, "", "x") is None


def test_marking_keeps_the_whole_line():
    assert mark("x = a.b", "a.b") == Marked("x = ", "a.b", "")
    assert mark("x = a.b", "c") == Marked("x = a.b", "", "")
    assert mark("x = a.b", "") == Marked("x = a.b", "", "")


def test_conditions_are_said_in_words():
    branch = Branch(
        "start",
        "x",
        "An answer",
        {"exception": ("A", "B"), "frames": ("a.py:f > @app >> b.py:* > $",)},
        {"about": ("code",)},
    )
    assert recognised(branch) == (
        "the exception is `A` or `B`",
        "the frames run `a.py:f`, directly below it a line of yours, "
        "somewhere below it `b.py`, directly below it nothing more",
        "not: the paste shows that it concerns source code",
    )


def test_the_runner_up_is_said_as_what_is_missing():
    second = RunnerUp("x", "An answer", "message", "never*awaited")
    assert missing(second) == "the message said `never … awaited`"


def test_every_branch_of_the_real_tree_can_be_said():
    for branches in catalogue().tree.branches.values():
        for branch in branches:
            assert all(recognised(branch)) or not branch.conditions


def test_a_generic_fix_is_shown_when_the_paste_gives_no_names():
    first = ways(catalogue().causes[LAZY], Diagnosis("diagnosed", LAZY))[0]
    assert not first.named
    assert first.code == catalogue().causes[LAZY].matter.fixes[0].code.strip("\n")


def test_only_fixes_of_the_pastes_own_line_are_offered():
    old = Diagnosis("diagnosed", LAZY, environment=Environment(sqlalchemy="1.4"))
    cause = catalogue().causes[LAZY]
    assert {item.title for item in left_out(cause, old)} | {item.title for item in ways(cause, old)} == {
        fix.title for fix in cause.matter.fixes
    }
    assert left_out(cause, old)
    assert not left_out(cause, Diagnosis("diagnosed", LAZY))


def test_a_line_gets_its_own_way_to_say_the_same_and_hears_nothing_of_the_older_one():
    cause = catalogue().causes["expired-attribute"]
    for line, own in (("1.4", "sessionmaker(engine, class_=AsyncSession"), ("2.1", "async_sessionmaker(engine")):
        shown = Diagnosis("diagnosed", cause.slug, environment=Environment(sqlalchemy=line))
        assert own in ways(cause, shown)[0].code
        assert not [item for item in left_out(cause, shown) if "1.4" in item.lines]


def test_the_stamp_says_on_what_a_program_ran_and_is_silent_when_it_did_not():
    cause = catalogue().causes[LAZY]
    run = Run(
        "x",
        0,
        "",
        "boom",
        date(2026, 11, 5),
        {"python": "3.12.1", "sqlalchemy": "2.1.9", "aiosqlite": "0.22.1"},
    )
    older = msgspec.structs.replace(run, versions={"sqlalchemy": "2.0.58"})
    ran = dataclasses.replace(
        cause, matrix={("broken.py", "2.1", "aiosqlite"): run, ("broken.py", "2.0", "aiosqlite"): older}
    )
    assert stamp(ran, "broken.py") == (
        "SQLAlchemy 2.1.9, aiosqlite 0.22.1, Python 3.12.1, 5 November 2026; also on 2.0.58"
    )
    assert recorded(ran) == "boom"
    never = dataclasses.replace(cause, matrix={})
    assert (stamp(never, "broken.py"), recorded(never)) == ("", "")


def test_the_pair_marks_the_line_that_matters_in_both():
    both = pair(catalogue().causes[LAZY])
    assert both is not None
    assert '<mark class="line">' in both.broken.html
    assert '<mark class="line">' in both.fixed.html


def test_backticks_become_code_and_all_else_is_escaped():
    assert prose("read `a<b>` <i>") == "read <code>a&lt;b&gt;</code> &lt;i&gt;"
    assert prose("one ` alone <i>") == "one ` alone &lt;i&gt;"
    assert "<script>" not in python("x = '<script>'")
