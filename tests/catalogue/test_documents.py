"""What the guide, the FAQ and the claims of a content become."""

from datetime import date

from troubleshooter.catalogue import record
from troubleshooter.catalogue.loading import load
from troubleshooter.catalogue.schema import LINES, Run
from troubleshooter.catalogue.schema_documents import Heading, Part


def loaded(world):
    return load(world.content, world.snippets)


def test_a_content_without_documents_has_none(world):
    catalogue = loaded(world)
    assert [*catalogue.chapters, *catalogue.faq, *catalogue.claims, *catalogue.programs] == []


def test_a_chapter_has_its_parts_in_order_and_its_headings(documented):
    body = loaded(documented).chapters["names"].body
    assert [part.program for part in body.parts] == ["", "guide/print_name.py", "", ""]
    assert 'id="print-it"' in body.parts[0].html
    assert '<figure class="figure"><svg viewBox="0 0 8 8">' in body.parts[2].html
    assert '<a href="/faq/#why-a-name">how</a>' in body.parts[3].html
    assert body.headings == (Heading("print-it", "Print it"),)
    assert body.text.startswith("## Print it\n\n{{ guide/print_name.py }}")


def test_two_programs_beside_each_other_and_code_with_braces(documented):
    documented.replace(
        "content/guide/names.md",
        "{{ guide/print_name.py }}\n",
        "{{ plain-fault/broken.py }}\n{{ guide/print_name.py }}\nWrite `{{ x }}`.\n",
    )
    parts = loaded(documented).chapters["names"].body.parts
    assert parts[1:3] == (Part(program="plain-fault/broken.py"), Part(program="guide/print_name.py"))
    assert "<code>{{ x }}</code>" in parts[3].html


def test_chapters_and_answers_come_in_their_own_order(documented):
    for folder, key in (("guide", "chapter"), ("faq", "order")):
        (file,) = (documented.content / folder).iterdir()
        text = file.read_text()
        file.with_name("a-second.md").write_text(text.replace(f"{key} = 1", f"{key} = 2"))
        file.with_name("z-first.md").write_text(text.replace(f"{key} = 1", f"{key} = 0"))
    catalogue = loaded(documented)
    assert list(catalogue.chapters) == ["z-first", "names", "a-second"]
    assert list(catalogue.faq) == ["z-first", "why-a-name", "a-second"]


def test_a_claim_is_read_as_it_stands(documented):
    claim = loaded(documented).claims["one-name"]
    assert (claim.verdict, claim.proof, claim.see) == ("false", "truth/one_name.py", ("/guide/names/",))


def test_a_program_runs_where_its_declaration_says(documented):
    programs = loaded(documented).programs
    assert list(programs) == ["guide/print_name", "truth/one_name"]
    assert programs["guide/print_name"].matter.sqlalchemy == LINES
    assert programs["truth/one_name"].matter.sqlalchemy == ("2.1",)
    assert programs["truth/one_name"].matter.runs_on == ("aiosqlite",)


def test_a_recorded_run_counts_only_while_the_program_is_as_it_was(documented):
    program = loaded(documented).programs["guide/print_name"]
    run = Run(program.snippets[program.file].digest, 0, "Ursula\n", "", date(2026, 1, 2), {"sqlalchemy": "2.1.1"})
    record.save(documented.content, {"guide": {"print_name.py": {"2.1": {"aiosqlite": run}}}})
    assert loaded(documented).programs["guide/print_name"].runs == {("print_name.py", "2.1"): run}
    documented.replace("snippets/guide/print_name.py", "print", "# changed\nprint")
    assert loaded(documented).programs["guide/print_name"].runs == {}
