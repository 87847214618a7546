"""A downloaded snippet runs alone."""

import ast
import subprocess
import sys
from pathlib import Path

from troubleshooter.catalogue.standalone import standalone

SNIPPETS = Path(__file__).parents[2] / "snippets"
SCHEMA = (SNIPPETS / "schema.py").read_text()


def run_alone(source, directory):
    (directory / "program.py").write_text(source)
    return subprocess.run(
        [sys.executable, "program.py"], cwd=directory, capture_output=True, text=True, check=False, env={}
    )


def test_the_fixed_program_runs_in_an_empty_directory(tmp_path):
    source = (SNIPPETS / "lazy-load-relationship" / "fixed.py").read_text()
    done = run_alone(standalone(source, SCHEMA), tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_the_broken_program_breaks_in_its_own_way_there(tmp_path):
    source = (SNIPPETS / "lazy-load-relationship" / "broken.py").read_text()
    done = run_alone(standalone(source, SCHEMA), tmp_path)
    assert done.returncode == 1
    assert "MissingGreenlet" in done.stderr
    assert "No module named 'schema'" not in done.stderr


def test_imports_come_first_and_once_and_the_docstring_of_the_schema_goes():
    source = "import asyncio\n\nfrom schema import (\n    NAME,\n)\nfrom zoo import lion\n\n\nprint(NAME)\n"
    schema = '"""The world."""\n\nimport asyncio\nfrom typing import Any\n\nNAME: Any = "Ursula"\n'
    assert standalone(source, schema) == (
        'import asyncio\nfrom typing import Any\n\nfrom zoo import lion\n\nNAME: Any = "Ursula"\n\n\nprint(NAME)\n'
    )


def test_a_program_without_the_schema_stays_as_it_is():
    assert standalone("print(1)\n", SCHEMA) == "print(1)\n"


def test_every_snippet_made_alone_is_valid_python_without_the_schema():
    for path in SNIPPETS.glob("*/*.py"):
        tree = ast.parse(standalone(path.read_text(), SCHEMA))
        modules = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        assert "schema" not in modules, path
