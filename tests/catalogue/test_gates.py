"""Each gate is tripped by spoiling a content that is right, and says where."""

import re
from pathlib import Path

import pytest

from troubleshooter.catalogue import gates_snippets

PAGE = "content/causes/plain-fault.md"
OTHER = "content/causes/left-fault.md"
TREE = "content/tree.toml"
BROKEN = "snippets/plain-fault/broken.py"
FIXED = "snippets/plain-fault/fixed.py"

SPOILED = [
    ("E004", PAGE, "+++\n", "", f"{PAGE}:1"),
    ("E005", PAGE, 'family = "pool"', "family = pool", f"{PAGE}:3"),
    ("E006", PAGE, "symptom =", "sympton =", f"{PAGE}:7"),
    ("E006", PAGE, "costs =", "cost =", f"{PAGE}:20"),
    ("E007", PAGE, 'says = "ValueError"\n', "", f"{PAGE}:1"),
    ("E007", PAGE, 'costs = "One line."\n', "", f"{PAGE}:16"),
    ("E008", PAGE, 'similar = ["left-fault"]', 'similar = "left-fault"', f"{PAGE}:10"),
    ("E008", PAGE, 'summary = "The name is wrong."', 'summary = ""', f"{PAGE}:4"),
    ("E008", PAGE, 'says = "ValueError"', 'says = "Value\\nError"', f"{PAGE}:8"),
    ("E008", PAGE, 'costs = "One line."', "costs = 1", f"{PAGE}:20"),
    ("E010", PAGE, 'family = "pool"', 'family = "puddle"', f"{PAGE}:3"),
    ("E011", PAGE, "The name is wrong.", "word " * 31, f"{PAGE}:4"),
    ("E012", PAGE, "`{expression}`", "`{expresion}`", f"{PAGE}:5"),
    ("E012", PAGE, 'named = ["print({owner}', 'named = ["print({ownr}', f"{PAGE}:22"),
    ("E012", PAGE, 'replace = "{owner}', 'replace = "{ownr}', f"{PAGE}:23"),
    ("E013", PAGE, 'named = ["print({owner}.{attribute})"]', 'named = ["print({owner}"]', f"{PAGE}:22"),
    ("E013", PAGE, 'replace = "{owner}.{attribute}"', 'replace = "x = {owner}"', f"{PAGE}:23"),
    ("E014", PAGE, 'code = "print(NAME)"\n', "", f"{PAGE}:17"),
    ("E014", PAGE, 'code = "print(NAME)"\n', 'code = "print(NAME)"\ncommand = "ls"\n', f"{PAGE}:17"),
    ("E015", PAGE, "## Confirm it", "## Confirm that", f"{PAGE}:30"),
    ("E015", PAGE, "## What happened", "Before.\n\n## What happened", f"{PAGE}:25"),
    ("E015", PAGE, "## What happened", "# Plain fault\n\n## What happened", f"{PAGE}:26"),
    ("E016", PAGE, "## Prevent it\n\nSee [the other one](/causes/left-fault/).\n", "", PAGE),
    ("E016", PAGE, "It raised.\n", "", f"{PAGE}:26"),
    ("E017", PAGE, "## Looks similar", "## What happened\n\nAgain.\n\n## Looks similar", f"{PAGE}:26"),
    ("E018", PAGE, "```sh", "```python", f"{PAGE}:32"),
    ("E018", PAGE, "```sh", "```", f"{PAGE}:32"),
    ("E019", PAGE, "(/causes/left-fault/)", "(/causes/lost-fault/)", f"{PAGE}:39"),
    ("E019", PAGE, "(/causes/left-fault/)", "(/causes/left-fault)", f"{PAGE}:39"),
    ("E019", PAGE, "(/causes/left-fault/)", "(left-fault.md)", f"{PAGE}:39"),
    ("E020", PAGE, 'proof = "fixed.py"', 'proof = "fixed_well.py"', f"{PAGE}:18"),
    ("E020", PAGE, 'proof = "fixed.py"\n', "", f"{PAGE}:20"),
    ("E021", PAGE, 'code = "print(NAME)"', 'code = "print(NAMES)"', f"{PAGE}:21"),
    ("E022", PAGE, 'similar = ["left-fault"]', 'similar = ["lost-fault"]', f"{PAGE}:10"),
    ("E022", PAGE, 'similar = ["left-fault"]', 'similar = ["plain-fault"]', f"{PAGE}:10"),
    ("E023", PAGE, "\n[[messages]]", 'runs_on = ["mysqldb"]\n\n[[messages]]', f"{PAGE}:12"),
    ("E023", PAGE, "\n[[messages]]", "runs_on = []\n\n[[messages]]", f"{PAGE}:12"),
    ("E026", FIXED, "print(NAME)", "print(NAME)\n" * 25, FIXED),
    ("E030", TREE, 'text = "left"', 'txet = "left"', f"{TREE}:11"),
    ("E030", TREE, 'text = "left"', "text = left", TREE),
    ("E031", TREE, 'to = "plain-fault"', 'to = "planes-fault"', f"{TREE}:1"),
    ("E032", TREE, 'to = "left-fault"', 'to = "which-side"', f"{TREE}:11"),
    ("E033", TREE, 'to = "plain-fault"', 'to = "left-fault"', PAGE),
    ("E034", TREE, "[[which-side]]", "[[start]]", "content/causes/which-side.md"),
    ("E035", TREE, "[[which-side]]", "[[plain-fault]]", f"{TREE}:11"),
    ("E037", TREE, "[[which-side]]", "[[this-side]]", f"{TREE}:11"),
]
ELSEWHERE = {"E001", "E002", "E003", "E009", "E024", "E025", "E027", "E036", "E040", "E028"}


def test_the_small_content_is_right(world):
    assert world.problems() == []


@pytest.mark.parametrize(("gate", "path", "old", "new", "where"), SPOILED)
def test_spoiling_one_place_trips_the_gate_there(world, gate, path, old, new, where):
    world.replace(path, old, new)
    found = {problem.where: problem for problem in world.problems() if problem.id == gate}
    assert where in found
    assert found[where].message
    assert found[where].hint.endswith((".", '"'))


def test_every_gate_has_a_test_that_trips_it():
    sources = Path(gates_snippets.__file__).parent.glob("*.py")
    declared = {gate for source in sources for gate in re.findall(r'"(E\d{3})"', source.read_text())}
    assert declared == {gate for gate, *_ in SPOILED} | ELSEWHERE


@pytest.mark.parametrize("path", ["snippets/schema.py", TREE])
def test_a_missing_file(world, path):
    (world.content.parent / path).unlink()
    assert ("E001", path) in found(world)


def test_a_link_out_of_the_directory_is_not_followed(world):
    outside = world.content.parent / "outside.md"
    world.plain.rename(outside)
    world.plain.symlink_to(outside)
    assert found(world) == [("E002", PAGE)]


def test_a_linked_directory_is_not_followed(world):
    outside = world.content.parent / "outside"
    (world.snippets / "plain-fault").rename(outside)
    (world.snippets / "plain-fault").symlink_to(outside, target_is_directory=True)
    assert {("E002", BROKEN), ("E002", FIXED)} <= set(found(world))


def test_a_directory_in_place_of_a_page(world):
    world.plain.unlink()
    world.plain.mkdir()
    assert found(world) == [("E002", PAGE)]


@pytest.mark.parametrize("path", [PAGE, TREE, BROKEN])
def test_a_file_that_is_not_utf_8(world, path):
    file = world.content.parent / path
    file.write_bytes(file.read_bytes() + b"\xff")
    assert ("E003", path) in found(world)


def test_a_page_whose_name_is_no_slug(world):
    world.plain.rename(world.plain.with_name("Plain_fault.md"))
    assert ("E009", "content/causes/Plain_fault.md") in found(world)


@pytest.mark.parametrize("name", ["broken.py", "fixed.py"])
def test_half_a_pair(world, name):
    (world.snippets / "left-fault" / name).unlink()
    assert ("E024", f"snippets/left-fault/{name}") in found(world)


def unproven(world):
    page = world.content / "causes" / "left-fault.md"
    page.write_text(page.read_text().replace("similar =", 'unproven = "It takes a cut cable."\nsimilar =', 1))


def test_a_cause_that_no_program_can_show_needs_no_pair(world):
    unproven(world)
    (world.snippets / "left-fault" / "broken.py").unlink()
    assert world.problems() == []


def test_a_cause_said_to_be_unproven_that_has_a_pair(world):
    unproven(world)
    assert found(world) == [("E025", "content/causes/left-fault.md:10")]


def test_a_fix_that_1_4_has_not_must_say_so(world):
    world.replace("content/causes/plain-fault.md", 'named = ["print', 'named = ["async_sessionmaker()", "print')
    assert [code for code, _ in found(world)] == ["E028"]
    world.replace("content/causes/plain-fault.md", "+++\n\n##", 'applies_to = { sqlalchemy = ["2.1"] }\n+++\n\n##')
    assert found(world) == []


def test_snippets_of_no_cause(world):
    (world.snippets / "plain-fault").rename(world.snippets / "plane-fault")
    assert ("E027", "snippets/plane-fault") in found(world)


def test_a_page_that_cannot_be_read_is_the_only_complaint(world):
    world.plain.write_text("no front matter")
    assert found(world) == [("E004", f"{PAGE}:1")]


@pytest.mark.parametrize("text", ["no record", '{"plain-fault": {"broken.py": {"2.0": {"aiosqlite": {}}}}}'])
def test_a_record_that_cannot_be_read(world, text):
    (world.content / "verified.json").write_text(text)
    assert found(world) == [("E040", "content/verified.json")]


SHADOWING = [
    ('message = "plain"', 'message = "plain"'),
    ('message = "plain"', 'message = "plain words"'),
    ('message = "plain*words"', 'message = "so plain*words are"'),
    ('message = ["plain", "simple"]', 'message = ["plain", "simple words"]'),
    ('message = "plain"', 'message = "plain"\ntext = "left"'),
    (
        'message = "plain"\n[start.unless]\ntext = "left"',
        'message = "plain"\n[start.unless]\ntext = ["left", "up"]',
    ),
]
APART = [
    ('message = "plain"', 'message = "pla"'),
    ('message = "plain"', 'message = ["plain words", "simple"]'),
    ('message = "plain"\ntext = "left"', 'message = "plain"'),
    ('message = "plain"\n[start.unless]\ntext = "left"', 'message = "plain"'),
    ('frames = "a.py:run"', 'frames = "data.py:run"'),
    ("", 'message = "plain"'),
]


def two_branches(world, first, second):
    branch = '[[start]]\nto = "plain-fault"\nanswer = "It says so"\n{}\n\n'
    text = (world.content / "tree.toml").read_text().partition("\n\n")[2]
    (world.content / "tree.toml").write_text(branch.format(first) + branch.format(second) + text)
    return [problem for problem in world.problems() if problem.id == "E036"]


@pytest.mark.parametrize(("earlier", "later"), SHADOWING)
def test_a_branch_that_an_earlier_one_hides(world, earlier, later):
    (problem,) = two_branches(world, earlier, later)
    assert problem.message == "Branch 2 of start is never taken: branch 1 holds before it"


@pytest.mark.parametrize(("earlier", "later"), APART)
def test_a_branch_that_an_earlier_one_may_leave_a_chance(world, earlier, later):
    assert two_branches(world, earlier, later) == []


def found(world):
    return [(problem.id, problem.where) for problem in world.problems()]
