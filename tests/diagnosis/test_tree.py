"""The tree is read strictly, and walked from top to bottom."""

import pytest

from troubleshooter.diagnosis.diagnosing import diagnose
from troubleshooter.diagnosis.tree import Tree, TreeError, load

TREE = """
gone = ["greenlet_spawn has not been called"]

[[start]]
message = "$gone"
to = "missing"
answer = "It says greenlet_spawn"

[[missing]]
frames = "state.py:_load_expired"
to = "expired"
answer = "A column was read"

[[missing]]
frames = "strategies.py:_emit_lazyload"
unless.code = "selectinload"
to = "lazy"
answer = "A relationship was read"

[[missing]]
to = "thread"
answer = "It ran in another thread"
remark = "Only a person can know."
"""
HEAD = "Traceback (most recent call last):\n"
OWN = '  File "/app/views.py", line 7, in show\n    return author.books\n'
LAZY = '  File "/v/site-packages/sqlalchemy/orm/strategies.py", line 9, in _emit_lazyload\n    x\n'
LAST = "sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_() here.\n"


@pytest.fixture
def tree() -> Tree:
    return load(TREE)


def test_the_first_branch_that_holds_is_taken(tree: Tree) -> None:
    _, diagnosis = diagnose(HEAD + OWN + LAZY + LAST, tree)
    assert (diagnosis.status, diagnosis.node) == ("diagnosed", "lazy")
    assert [step.to for step in diagnosis.steps] == ["missing", "lazy"]
    assert [item.line for item in diagnosis.evidence] == [6, 4]


def test_an_unless_that_holds_closes_the_branch(tree: Tree) -> None:
    _, diagnosis = diagnose(HEAD + OWN.replace("author.books", "selectinload(x)") + LAZY + LAST, tree)
    assert (diagnosis.status, diagnosis.node) == ("ambiguous", "missing")


def test_a_leftover_that_no_branch_knows_does_not_silence_the_next_one(tree: Tree) -> None:
    worker = "Exception in thread Thread-1 (_connection_worker_thread):\n"
    driver = '  File "/v/site-packages/aiosqlite/core.py", line 66, in run\n    x\n'
    closed = HEAD + OWN + driver + "RuntimeError: Event loop is closed\n"
    _, diagnosis = diagnose(worker + closed + "\n" + worker + HEAD + OWN + LAZY + LAST, tree)
    assert (diagnosis.status, diagnosis.node) == ("diagnosed", "lazy")


def test_without_a_branch_the_node_asks_and_names_its_leaves(tree: Tree) -> None:
    _, diagnosis = diagnose(HEAD + OWN + LAST, tree)
    assert (diagnosis.status, diagnosis.node) == ("ambiguous", "missing")
    assert diagnosis.candidates == ("expired", "lazy", "thread")


def test_what_a_person_says_is_taken_and_marked(tree: Tree) -> None:
    _, diagnosis = diagnose(HEAD + OWN + LAST, tree, said=("thread",))
    assert (diagnosis.status, diagnosis.node) == ("diagnosed", "thread")
    assert diagnosis.steps[-1].said
    assert diagnosis.steps[-1].remark == "Only a person can know."


def test_an_answer_that_the_node_does_not_have_changes_nothing(tree: Tree) -> None:
    _, diagnosis = diagnose(HEAD + OWN + LAST, tree, said=("nowhere", "thread"))
    assert (diagnosis.status, diagnosis.node) == ("ambiguous", "missing")


def test_the_runner_up_is_named_with_the_frame_that_it_lacks(tree: Tree) -> None:
    _, diagnosis = diagnose(HEAD + OWN + LAZY + LAST, tree)
    assert diagnosis.runner_up is not None
    assert (diagnosis.runner_up.to, diagnosis.runner_up.pattern) == ("expired", "state.py:_load_expired")


def test_the_runner_up_becomes_the_answer_when_its_frame_stands_there(tree: Tree) -> None:
    expired = LAZY.replace("strategies.py", "state.py").replace("_emit_lazyload", "_load_expired")
    assert diagnose(HEAD + OWN + expired + LAZY + LAST, tree)[1].node == "expired"


def test_a_leaf_in_a_later_traceback_beats_a_question_in_an_earlier_one(tree: Tree) -> None:
    _, diagnosis = diagnose(f"{HEAD}{OWN}{LAST}\n{HEAD}{OWN}{LAZY}{LAST}", tree)
    assert diagnosis.node == "lazy"
    assert [other.node for other in diagnosis.others] == ["missing"]


def test_a_foreign_traceback_is_unknown_and_says_what_it_is(tree: Tree) -> None:
    _, diagnosis = diagnose(HEAD + OWN + "KeyError: 'books'\n", tree)
    assert diagnosis.status == "unknown"
    assert diagnosis.exception is not None
    assert diagnosis.exception.type == "KeyError"


def test_a_bare_message_enters_the_tree_without_a_traceback(tree: Tree) -> None:
    _, diagnosis = diagnose("help, it says greenlet_spawn has not been called and I am lost", tree)
    assert (diagnosis.status, diagnosis.node) == ("ambiguous", "missing")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[start]]\nto = 'x'\nanswer = 'y'\nframe = 'z'", "unknown key 'frame'"),
        ("[[start]]\nto = 'x'\nanswer = 'y'\nunless.exeption = 'z'", "unknown predicate 'exeption'"),
        ("[[start]]\nto = 'x'", "'answer' is missing"),
        ("[[start]]\nanswer = 'x'", "'to' is missing"),
        ("[[start]]\nto = 'x'\nanswer = 'y'\nmessage = ''", "none of them empty"),
        ("[[start]]\nto = 'x'\nanswer = 'y'\nmessage = 5", "none of them empty"),
        ("[[start]]\nto = 'x'\nanswer = 'y'\nmessage = '$gone'", "no list 'gone'"),
        ("[[start]]\nto = 'x'\nanswer = 'y'\nabout = 'cats'", "Valid subjects"),
        ("[[start]]\nto = 'x'\nanswer = 'y'\nunless = 'z'", "'unless' takes a table"),
        ("[[begin]]\nto = 'x'\nanswer = 'y'", "nowhere to begin"),
        ("start = 5", "write a list of patterns"),
        ("[[start", "not TOML"),
    ],
)
def test_a_wrong_tree_is_refused_with_a_sentence(text: str, says: str) -> None:
    with pytest.raises(TreeError, match=says.replace("[", r"\[").replace("]", r"\]")):
        load(text)


def test_the_refusal_names_the_valid_predicates() -> None:
    with pytest.raises(TreeError, match="exception, error_code, message, frames, through, code, about, text"):
        load("[[start]]\nto = 'x'\nanswer = 'y'\nunless.frame = 'z'")
