"""One snippet runs in a process of its own, the same on every machine, and is judged by its name."""

import subprocess
import sys
from pathlib import Path

import pytest

from troubleshooter.catalogue.running import Result, complaint, run

SNIPPETS = Path(__file__).parents[2] / "snippets"


@pytest.fixture
def program(tmp_path):
    def write(source, name="broken.py"):
        (tmp_path / "fault").mkdir(exist_ok=True)
        path = tmp_path / "fault" / name
        path.write_text(source)
        return path

    return write


def test_status_and_both_outputs_are_given(program):
    result = run(program("import sys\nprint('out')\nprint('err', file=sys.stderr)\nsys.exit(3)\n"))
    assert result == Result(3, "out\n", "err\n")


def test_the_shared_schema_can_be_imported(program, tmp_path):
    (tmp_path / "schema.py").write_text("NAME = 'Ursula'\n")
    assert run(program("from schema import NAME\nprint(NAME)\n")).output == "Ursula\n"


def test_nothing_of_the_caller_leaks_in(program, monkeypatch, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "leaked.py").touch()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("PYTHONWARNINGS", "error")
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")
    shown = run(program("import os, sys\nprint(os.environ.get('DATABASE_URL'), sys.warnoptions)\nimport leaked\n"))
    assert shown.output == "None []\n"
    assert "No module named 'leaked'" in shown.errors


def test_it_starts_in_an_empty_directory_and_leaves_nothing_behind(program, tmp_path):
    path = program("import os\nprint(os.listdir())\nopen('left', 'w').close()\n")
    assert [run(path).output, run(path).output] == ["[]\n", "[]\n"]
    assert sorted(item.name for item in tmp_path.rglob("*")) == ["broken.py", "fault"]


def test_hashes_are_the_same_each_time(program):
    path = program("print(hash('Ursula'))\n")
    assert run(path).output == run(path).output


def test_a_warning_is_an_error_in_a_fixed_snippet_only(program):
    source = "import warnings\nwarnings.warn('careful')\n"
    assert run(program(source, "broken.py")).exit_status == 0
    assert run(program(source, "fixed.py")).exit_status == 1


def test_one_that_never_ends_is_stopped_with_all_that_it_started(program):
    path = program(
        "import subprocess, sys, time\n"
        "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        "time.sleep(600)\n"
    )
    result = run(path, seconds=1)
    assert not result.in_time
    assert result.errors == "broken.py still ran after 1 seconds and was stopped.\n"
    assert complaint("broken.py", result) == "broken.py: broken.py still ran after 1 seconds and was stopped."


@pytest.mark.parametrize(
    ("name", "result", "said"),
    [
        ("broken.py", Result(1, "", "Traceback\nValueError: x\n"), ""),
        ("broken.py", Result(0, "", "RuntimeWarning: never awaited\n"), ""),
        ("broken.py", Result(0, "fine\n", ""), "broken.py raised nothing and warned of nothing"),
        ("fixed.py", Result(0, "fine\n", ""), ""),
        (
            "fixed.py",
            Result(1, "", "Traceback\nValueError: x\n"),
            "fixed.py ended with status 1: ValueError: x",
        ),
        ("fixed_well.py", Result(0, "", "careful\n"), "fixed_well.py is not silent: careful"),
    ],
)
def test_a_run_is_judged_by_what_its_name_promises(name, result, said):
    assert complaint(name, result) == said


def command_line(*arguments):
    return subprocess.run(
        [sys.executable, SNIPPETS / "run.py", *arguments], capture_output=True, text=True, check=False
    )


def test_the_command_line_passes_output_and_status_through(program):
    path = program("import sys\nprint('out')\nsys.exit('broken on purpose')\n")
    done = command_line(path)
    assert (done.returncode, done.stdout, done.stderr) == (1, "out\n", "broken on purpose\n")


def test_the_command_line_finds_a_snippet_by_its_slug():
    done = command_line("lazy-load-relationship/fixed.py")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [((), "Say which one"), (("lost/broken.py",), "There is no lost/broken.py")],
)
def test_the_command_line_says_what_it_wants(arguments, said):
    done = command_line(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
