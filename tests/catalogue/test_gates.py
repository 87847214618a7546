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
    ("E028", PAGE, 'proof = "fixed.py"', "measured = true", f"{PAGE}:18"),
    ("E030", TREE, 'text = "left"', 'txet = "left"', f"{TREE}:11"),
    ("E030", TREE, 'text = "left"', "text = left", TREE),
    ("E031", TREE, 'to = "plain-fault"', 'to = "planes-fault"', f"{TREE}:1"),
    ("E032", TREE, 'to = "left-fault"', 'to = "which-side"', f"{TREE}:11"),
    ("E033", TREE, 'to = "plain-fault"', 'to = "left-fault"', PAGE),
    ("E034", TREE, "[[which-side]]", "[[start]]", "content/causes/which-side.md"),
    ("E035", TREE, "[[which-side]]", "[[plain-fault]]", f"{TREE}:11"),
    ("E037", TREE, "[[which-side]]", "[[this-side]]", f"{TREE}:11"),
]
GUIDE = "content/guide/names.md"
FAQ = "content/faq/why-a-name.md"
CLAIMS = "content/claims.toml"
CHANGES = "content/changes.toml"
FIGURE = "content/figures/name.svg"
PROGRAMS = "snippets/programs.toml"
PROGRAM = "snippets/guide/print_name.py"

SPOILED_DOCUMENTS = [
    ("E004", GUIDE, "+++\n", "", f"{GUIDE}:1"),
    ("E005", GUIDE, "chapter = 1", "chapter = one", f"{GUIDE}:3"),
    ("E006", GUIDE, "summary =", "sumary =", f"{GUIDE}:4"),
    ("E007", GUIDE, 'summary = "Print the name."\n', "", f"{GUIDE}:1"),
    ("E008", GUIDE, "chapter = 1", 'chapter = "1"', f"{GUIDE}:3"),
    ("E008", GUIDE, 'references = ["https://docs.python.org/3/"]', "references = []", f"{GUIDE}:6"),
    ("E015", GUIDE, "## Print it", "# Names\n\n## Print it", f"{GUIDE}:9"),
    ("E018", GUIDE, "```sh", "```python", f"{GUIDE}:17"),
    ("E018", GUIDE, "```sh", "```text", f"{GUIDE}:17"),
    ("E019", GUIDE, "(/faq/#why-a-name)", "(/faq/#why-two)", f"{GUIDE}:15"),
    ("E019", GUIDE, "/causes/plain-fault/#fix", "/causes/plain-fault/#fixes", f"{GUIDE}:15"),
    ("E019", GUIDE, "(#print-it)", "(#print-them)", f"{GUIDE}:15"),
    ("E019", GUIDE, "(/faq/#why-a-name)", "(/fag/)", f"{GUIDE}:15"),
    ("E042", GUIDE, "{{ guide/print_name.py }}", "{{ guide/print_names.py }}", f"{GUIDE}:11"),
    ("E042", GUIDE, "{{ guide/print_name.py }}", "So: {{ guide/print_name.py }}", f"{GUIDE}:11"),
    ("E042", GUIDE, "{{ figures/name.svg }}", "{{ figures/names.svg }}", f"{GUIDE}:13"),
    ("E043", GUIDE, 'pitfalls = ["plain-fault"]', 'pitfalls = ["plane-fault"]', f"{GUIDE}:5"),
    ("E043", GUIDE, 'pitfalls = ["plain-fault"]', 'pitfalls = ["which-side"]', f"{GUIDE}:5"),
    ("E006", FAQ, "answer =", "anser =", f"{FAQ}:4"),
    ("E019", FAQ, "(/truth/#one-name)", "(/truth/#two-names)", f"{FAQ}:9"),
    ("E019", FAQ, "/guide/names/#print-it", "/guide/names/#print-them", f"{FAQ}:6"),
    ("E046", FAQ, "plain-fault/fixed.py", "plain-fault/fixed_well.py", f"{FAQ}:5"),
    ("E050", FAQ, "There is", "word " * 120, f"{FAQ}:8"),
    ("E005", CLAIMS, 'topic = "Names"', "topic = Names", f"{CLAIMS}:3"),
    ("E006", CLAIMS, "[[claims]]", "[[claim]]", CLAIMS),
    ("E006", CLAIMS, "topic =", "subject =", f"{CLAIMS}:3"),
    ("E007", CLAIMS, 'proof = "truth/one_name.py"\n', "", f"{CLAIMS}:1"),
    ("E008", CLAIMS, 'verdict = "false"', 'verdict = "wrong"', f"{CLAIMS}:5"),
    ("E009", CLAIMS, 'slug = "one-name"', 'slug = "one_name"', f"{CLAIMS}:2"),
    ("E019", CLAIMS, "/guide/names/", "/guide/nouns/", f"{CLAIMS}:8"),
    ("E046", CLAIMS, "truth/one_name.py", "truth/two_names.py", f"{CLAIMS}:7"),
    ("E008", CHANGES, "2026-11-24", '"yesterday"', f"{CHANGES}:2"),
    ("E008", CHANGES, '"corrected"', '"improved"', f"{CHANGES}:9"),
    ("E019", CHANGES, "/truth/#one-name", "/truth/#no-name", f"{CHANGES}:5"),
    ("E051", CHANGES, "2026-11-23", "2026-11-25", f"{CHANGES}:8"),
    ("E052", CHANGES, "/causes/left-fault/", "/causes/plain-fault/", CHANGES),
    ("E052", CHANGES, '"/truth/#one-name"', '"/causes/plain-fault/"', CHANGES),
    ("E044", PROGRAM, "print(NAME)", "print(NAME)\n" * 40, PROGRAM),
    ("E045", GUIDE, "{{ guide/print_name.py }}\n", "", PROGRAM),
    ("E045", GUIDE, "{{ figures/name.svg }}\n", "", FIGURE),
    ("E005", PROGRAMS, "sqlalchemy =", "sqlalchemy", f"{PROGRAMS}:2"),
    ("E006", PROGRAMS, "sqlalchemy =", "sqlalchemie =", f"{PROGRAMS}:1"),
    ("E006", PROGRAMS, '["truth/one_name.py"]\nsqlalchemy = ["2.1"]', '"truth/one_name.py" = 1', PROGRAMS),
    ("E008", PROGRAMS, '["2.1"]', "[]", f"{PROGRAMS}:1"),
    ("E047", PROGRAMS, '["2.1"]', '["1.4"]', f"{PROGRAMS}:1"),
    ("E047", PROGRAMS, 'sqlalchemy = ["2.1"]', 'runs_on = ["mysqldb"]', f"{PROGRAMS}:1"),
    ("E047", PROGRAMS, "truth/one_name.py", "truth/two_names.py", f"{PROGRAMS}:1"),
    ("E048", FIGURE, 'class="own"', 'style="fill: red"', f"{FIGURE}:2"),
    ("E048", FIGURE, "<circle", "<script>alert(1)</script><circle", f"{FIGURE}:2"),
    ("E048", FIGURE, 'class="own"', 'href="https://example.org/"', f"{FIGURE}:2"),
    ("E048", FIGURE, "<svg", "<?xml?><svg", f"{FIGURE}:1"),
]
ELSEWHERE = {"E001", "E002", "E003", "E009", "E024", "E025", "E027", "E036", "E040", "E041", "E049", "E028"}


def test_the_small_content_is_right(world):
    assert world.problems() == []


def test_the_small_content_with_documents_is_right(documented):
    assert documented.problems() == []


@pytest.mark.parametrize(("gate", "path", "old", "new", "where"), SPOILED)
def test_spoiling_one_place_trips_the_gate_there(world, gate, path, old, new, where):
    world.replace(path, old, new)
    found = {problem.where: problem for problem in world.problems() if problem.id == gate}
    assert where in found
    assert found[where].message
    assert found[where].hint.endswith((".", '"'))


@pytest.mark.parametrize(("gate", "path", "old", "new", "where"), SPOILED_DOCUMENTS)
def test_spoiling_one_place_of_a_document_trips_the_gate_there(documented, gate, path, old, new, where):
    documented.replace(path, old, new)
    found = {problem.where: problem for problem in documented.problems() if problem.id == gate}
    assert where in found
    assert found[where].hint.endswith((".", '"'))


def test_every_gate_has_a_test_that_trips_it():
    sources = Path(gates_snippets.__file__).parent.glob("*.py")
    declared = {gate for source in sources for gate in re.findall(r'"(E\d{3})"', source.read_text())}
    assert declared == {gate for gate, *_ in (*SPOILED, *SPOILED_DOCUMENTS)} | ELSEWHERE


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


@pytest.mark.parametrize(("path", "key"), [(GUIDE, "chapter"), (FAQ, "order")])
def test_two_documents_with_the_same_number(documented, path, key):
    file = documented.content.parent / path
    file.with_name("zeal.md").write_text(file.read_text())
    assert f"{path.rpartition('/')[0]}/zeal.md:3" in {where for gate, where in found(documented) if gate == "E041"}


def test_two_claims_with_the_same_slug(documented):
    file = documented.content / "claims.toml"
    file.write_text(file.read_text() * 2)
    assert found(documented) == [("E049", f"{CLAIMS}:10")]


def test_a_link_into_a_chapter_that_cannot_be_read_is_not_complained_of(documented):
    documented.replace(GUIDE, "summary =", "sumary =")
    assert {gate for gate, _ in found(documented)} == {"E006", "E007", "E045"}


@pytest.mark.parametrize("path", [GUIDE, FAQ, CLAIMS, FIGURE, PROGRAMS])
def test_a_document_that_is_a_link_is_not_followed(documented, path):
    file = documented.content.parent / path
    outside = documented.content.parent / "outside"
    file.rename(outside)
    file.symlink_to(outside)
    assert ("E002", path) in found(documented)


@pytest.mark.parametrize("path", [GUIDE, FAQ])
def test_a_document_whose_name_is_no_slug(documented, path):
    file = documented.content.parent / path
    file.rename(file.with_name("A_name.md"))
    assert ("E009", f"{path.rpartition('/')[0]}/A_name.md") in found(documented)


def test_a_program_whose_name_is_none(documented):
    file = documented.snippets / "guide" / "print_name.py"
    file.rename(file.with_name("print-name.py"))
    assert ("E009", "snippets/guide/print-name.py") in found(documented)


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
