"""Imports go one way: API to catalogue to diagnosis, and never to a page."""

import re
from pathlib import Path

import pytest

ROOMS = Path(__file__).parents[2] / "troubleshooter"
ABOVE = {
    "api": ("portal", "refusing"),
    "catalogue": ("api", "portal", "refusing"),
    "diagnosis": ("api", "portal", "catalogue"),
}


@pytest.mark.parametrize("room", ABOVE)
def test_no_module_imports_from_a_room_above(room):
    for path in (ROOMS / room).rglob("*.py"):
        imported = set(re.findall(r"^\s*(?:from|import) troubleshooter\.(\w+)", path.read_text(), re.MULTILINE))
        assert not imported & set(ABOVE[room]), path
