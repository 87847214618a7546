"""What CONTRIBUTING.md lists is what the code knows."""

import re
from pathlib import Path

import msgspec

from troubleshooter.catalogue.schema import HEADINGS, CauseMatter
from troubleshooter.diagnosis.names import PLACEHOLDERS

TEXT = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text()


def part(heading):
    return TEXT.partition(f"### {heading}\n")[2].partition("\n#")[0]


def test_the_placeholders():
    listed = re.findall(r"`\{(\w+)\}`", part("Names in the user's own words"))
    assert sorted(listed) == sorted(PLACEHOLDERS)


def test_the_keys_of_the_front_matter():
    table = "".join(re.findall(r"^\| (`[^|]+) \|", part("The front matter of a cause"), re.MULTILINE))
    plain = {"title", "family", "applies_to"}
    known = {field.name for field in msgspec.structs.fields(CauseMatter)}
    assert set(re.findall(r"`(\w+)`", table)) | plain == known


def test_the_headings():
    listed = re.search(r"headings in this order: ([^.]+)\.", TEXT)[1]
    assert tuple(re.findall(r"\*([^*]+)\*", listed)) == HEADINGS
