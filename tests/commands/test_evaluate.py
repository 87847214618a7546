"""`manage.py evaluate` counts as the labels say."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.pastes import FOLDER, read

CULPRIT = "/srv/app/main.py:5"
LAZY = {"id": "lazy", "cause": "lazy-load-relationship", "acceptable": [], "culprit": CULPRIT}
TEXTS = {
    "lazy": FOLDER / "lazy-load-relationship" / "sa21.txt",
    "cut": FOLDER / "missing-greenlet" / "sa20-asyncpg-tail.txt",
    "foreign": FOLDER / "none" / "cms-recursion.txt",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, path in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(read(path))
    return tmp_path


def evaluate(folder: Path, *labels: dict[str, Any], limits: str = "") -> str:
    (folder / "labels.jsonl").write_text("\n".join(json.dumps(label) for label in labels))
    out = StringIO()
    call_command(
        "evaluate",
        folder,
        *(["--fail-under", limits] if limits else []),
        stdout=out,
        stderr=out,
        no_color=True,
    )
    return out.getvalue()


def shares(text: str) -> dict[str, str]:
    names = text.split("\n")[0].split()[1:]
    row = next(line for line in text.split("\n") if line.startswith("all "))
    return dict(zip(names, row.split()[2:], strict=True))


def label(name: str, cause: str | None, *acceptable: str | None, culprit: str | None = None) -> dict[str, Any]:
    return {"id": name, "cause": cause, "acceptable": list(acceptable), "culprit": culprit}


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        (LAZY, "exact"),
        (label("lazy", "expired-attribute", "lazy-load-relationship"), "exact"),
        (label("lazy", "expired-attribute"), "wrong"),
        (label("lazy", None), "wrong"),
        (label("lazy", None, "lazy-load-relationship"), "exact"),
        (label("cut", "missing-greenlet"), "exact"),
        (label("cut", "expired-attribute"), "partial"),
        (label("cut", "pool-exhausted"), "abstained"),
        (label("foreign", "expired-attribute"), "missed"),
        (label("foreign", "expired-attribute", None), "exact"),
        (label("foreign", None), "exact"),
    ],
)
def test_an_outcome_is_counted(folder: Path, given: dict[str, Any], outcome: str) -> None:
    found = shares(evaluate(folder, given))
    assert found.pop("culprit") in ("0.0%", "100.0%")
    assert {name for name, share in found.items() if share == "100.0%"} == {outcome}


def test_a_question_below_the_wanted_one_is_exact(folder: Path) -> None:
    (folder / "cut.txt").write_text(read(FOLDER / "attribute-load" / "sa20-cut.txt"))
    assert shares(evaluate(folder, label("cut", "missing-greenlet")))["exact"] == "100.0%"


def test_the_culprit_counts_only_where_something_was_diagnosed(folder: Path) -> None:
    assert shares(evaluate(folder, LAZY, label("foreign", None)))["culprit"] == "100.0%"
    assert shares(evaluate(folder, {**LAZY, "culprit": "/srv/app/other.py:1"}))["culprit"] == "0.0%"
    also = {**LAZY, "culprit": "x.py:1", "culprit_also": [CULPRIT]}
    assert shares(evaluate(folder, also))["culprit"] == "100.0%"


def test_each_miss_is_listed(folder: Path) -> None:
    text = evaluate(folder, label("lazy", "expired-attribute", culprit=CULPRIT))
    assert "wrong     lazy: lazy-load-relationship, wanted expired-attribute" in text


def test_families_have_rows_of_their_own(folder: Path) -> None:
    text = evaluate(folder, LAZY, label("foreign", None), label("foreign", "no-such-cause"))
    assert [line.split("  ")[0] for line in text.split("\n")[1:5]] == [
        "causes not in this catalogue",
        "greenlet",
        "not ours",
        "all",
    ]


@pytest.mark.parametrize(
    ("limits", "fails"), [("exact=0.9", True), ("exact=0.5,wrong=0.5", False), ("wrong=0.3", True)]
)
def test_the_limits_set_the_exit_code(folder: Path, limits: str, fails: bool) -> None:
    given = (
        LAZY,
        label("foreign", None),
        label("cut", "missing-greenlet"),
        label("lazy", None),
        label("lazy", None),
    )
    if fails:
        with pytest.raises(SystemExit) as stopped:
            evaluate(folder, *given, limits=limits)
        assert stopped.value.code == 1
    else:
        evaluate(folder, *given, limits=limits)


@pytest.mark.parametrize("limits", ["exact", "exact=2", "exactly=0.5", "exact=high", ""])
def test_limits_that_make_no_sense_are_refused(folder: Path, limits: str) -> None:
    with pytest.raises(CommandError, match="is not NAME=SHARE"):
        call_command("evaluate", str(folder), f"--fail-under={limits}")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "holds no labels"),
        ("{", "labels.jsonl:1: not a label"),
        ('{"id": "lazy"}', "not a label with id and cause"),
        ('{"id": "../x", "cause": null}', "is not a file's name"),
        ('{"id": "absent", "cause": null}', "absent.txt cannot be read"),
    ],
)
def test_wrong_labels_are_refused_with_their_place(folder: Path, text: str, says: str) -> None:
    (folder / "labels.jsonl").write_text(text)
    with pytest.raises(CommandError, match=says):
        call_command("evaluate", folder)


def test_a_folder_without_labels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"labels.jsonl cannot be read"):
        call_command("evaluate", tmp_path)
