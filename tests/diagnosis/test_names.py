"""Names are the user's own, and only those that the paste shows."""

import ast
import re

import pytest

from tests.pastes import PASTES, paste_id, read
from troubleshooter.catalogue.loading import catalogue
from troubleshooter.diagnosis.diagnosing import diagnose
from troubleshooter.diagnosis.names import PLACEHOLDERS, fill

LAST = "sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_() here.\n"


def names(code: str, carets: str = "", extra: str = "", last: str = LAST) -> dict[str, str]:
    marked = f"    {carets}\n" if carets else ""
    frame = f'  File "/app/views.py", line 7, in show\n    {code}\n{marked}'
    text = f"Traceback (most recent call last):\n{extra}{frame}{last}"
    return dict(diagnose(text, catalogue().tree)[1].names)


def test_the_marked_expression_is_split_at_its_last_dot() -> None:
    found = names("return [b.title for b in author.books]", "                         ^^^^^^^^^^^^")
    assert (found["expression"], found["owner"], found["attribute"]) == ("author.books", "author", "books")


def test_without_carets_the_only_attribute_read_is_taken() -> None:
    assert names("return len(author.books)")["expression"] == "author.books"


def test_a_loop_variable_of_the_same_line_is_not_the_owner() -> None:
    assert names("return [tag.name for tag in message.tags]")["expression"] == "message.tags"


def test_two_attributes_without_carets_give_no_name() -> None:
    assert "expression" not in names("return author.books + author.plays")


def test_a_method_call_is_no_attribute() -> None:
    assert "expression" not in names("return session.execute(query)")


def test_the_model_is_taken_when_the_paste_selects_it() -> None:
    extra = '  File "/app/main.py", line 3, in main\n    rows = await load(select(Author))\n'
    assert names("return a.books", extra=extra)["model"] == "Author"


def test_the_model_is_not_guessed_from_the_variable() -> None:
    assert "model" not in names("return author.books")


def test_a_serializer_names_model_and_attribute() -> None:
    last = (
        "fastapi.exceptions.ResponseValidationError: 1 validation error:\n"
        "  {'type': 'get_attribute_error', 'loc': ('response', 0, 'staff'), 'msg': 'Error extracting attribute: "
        "MissingGreenlet: greenlet_spawn has not been called', 'input': <hr.models.Department object at 0x7f>}\n"
    )
    found = names("return rows", last=last)
    assert (found["model"], found["attribute"]) == ("Department", "staff")


def test_credentials_of_a_url_are_not_a_name() -> None:
    found = names('engine = create_engine("postgresql+asyncpg://me:secret@db/shop")')
    assert found["url"] == "postgresql+asyncpg://"
    assert "secret" not in str(found)


def test_fill_gives_nothing_when_a_name_is_missing() -> None:
    assert fill("select({model})", {"owner": "author"}) is None
    assert fill("select({model})", {"model": "Author"}) == "select(Author)"
    assert fill("f'{other}'", {}) == "f'{other}'"


@pytest.mark.parametrize("path", PASTES, ids=paste_id)
def test_a_fix_in_the_users_names_is_python_and_every_name_stands_in_the_paste(path) -> None:  # type: ignore[no-untyped-def]
    text = read(path)
    _, diagnosis = diagnose(text, catalogue().tree)
    cause = catalogue().causes.get(diagnosis.node or "")
    for fix in cause.matter.fixes if cause else ():
        for template in fix.named:
            filled = fill(template, diagnosis.names)
            if filled is not None:
                ast.parse(filled)
                for placeholder in set(re.findall(r"\{(\w+)\}", template)) & PLACEHOLDERS:
                    assert diagnosis.names[placeholder] in text
