"""A small content that is right in all, for tests to spoil in one place."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from troubleshooter.catalogue.loading import survey
from troubleshooter.catalogue.problems import Problem

TREE = """\
[[start]]
message = "plain"
to = "plain-fault"
answer = "It says plain"

[[start]]
message = "asked"
to = "which-side"
answer = "It says asked"

[[which-side]]
text = "left"
to = "left-fault"
answer = "It says left"
"""

CAUSE = """\
+++
title = "{title}"
family = "{family}"
summary = "The name is wrong."
verdict = "You read `{{expression}}`, and its name is wrong."
verdict_plain = "A name is wrong."
symptom = "Reading a name"
says = "ValueError"
fix = "Print it"
similar = ["{similar}"]
references = ["https://docs.python.org/3/library/exceptions.html#ValueError"]

[[messages]]
text = "ValueError: plain"

[[fixes]]
title = "Print it"
proof = "fixed.py"
choose_when = "Always."
costs = "One line."
code = "print(NAME)"
named = ["print({{owner}}.{{attribute}})"]
replace = "{{owner}}.{{attribute}}"
+++

## What happened

It raised.

## Confirm it

```sh
# ## no heading
python broken.py
```

## Prevent it

See [the other one](/causes/{similar}/).

## Looks similar

Nothing else.
"""

QUESTION = """\
+++
title = "Which side"
family = "await"
summary = "Left or right."
asks = "Is it left?"
paste_next = "The line that says left."
+++

The paste was cut.
"""

BROKEN = """\
from schema import NAME

raise ValueError(f"{NAME} is plain")
"""

FIXED = """\
from schema import NAME

print(NAME)
"""

CHAPTER = """\
+++
title = "Names"
chapter = 1
summary = "Print the name."
pitfalls = ["plain-fault"]
references = ["https://docs.python.org/3/"]
+++

## Print it

{{ guide/print_name.py }}

{{ figures/name.svg }}

See [how](/faq/#why-a-name), [the fault](/causes/plain-fault/#fix) and [above](#print-it).

```sh
python names.py
```
"""

ANSWER = """\
+++
question = "Why a name?"
order = 1
answer = "It is `Ursula`."
program = "plain-fault/fixed.py"
links = ["/guide/names/#print-it", "/truth/#one-name"]
+++

There is [one](/truth/#one-name).
"""

CLAIMS = """\
[[claims]]
slug = "one-name"
topic = "Names"
claim = "There are two names"
verdict = "false"
truth = "There is one."
proof = "truth/one_name.py"
see = ["/guide/names/"]
"""

CHANGES = """\
[[changes]]
date = 2026-11-24
kind = "new"
said = "The names."
pages = ["/causes/plain-fault/", "/truth/#one-name"]

[[changes]]
date = 2026-11-23
kind = "corrected"
said = "The left one."
pages = ["/causes/left-fault/"]
"""

FIGURE = """\
<svg viewBox="0 0 8 8">
<circle r="4" class="own"/>
</svg>
"""

PROGRAMS = """\
["truth/one_name.py"]
sqlalchemy = ["2.1"]
"""


@dataclass(frozen=True)
class World:
    """The directories of one small content."""

    content: Path
    snippets: Path

    @property
    def plain(self) -> Path:
        """The page that the tests spoil."""
        return self.content / "causes" / "plain-fault.md"

    def replace(self, path: str, old: str, new: str) -> None:
        """Changes one file, which must hold the old text."""
        file = self.content.parent / path
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new, 1))

    def problems(self) -> list[Problem]:
        """All that is wrong with it now."""
        return survey(self.content, self.snippets)[1]


@pytest.fixture
def world(tmp_path: Path) -> World:
    content, snippets = tmp_path / "content", tmp_path / "snippets"
    (content / "causes").mkdir(parents=True)
    (content / "tree.toml").write_text(TREE)
    (content / "causes" / "which-side.md").write_text(QUESTION)
    for slug, family, similar in (
        ("plain-fault", "pool", "left-fault"),
        ("left-fault", "await", "plain-fault"),
    ):
        page = CAUSE.format(title=slug.replace("-", " ").capitalize(), family=family, similar=similar)
        (content / "causes" / f"{slug}.md").write_text(page)
        (snippets / slug).mkdir(parents=True)
        (snippets / slug / "broken.py").write_text(BROKEN)
        (snippets / slug / "fixed.py").write_text(FIXED)
    (snippets / "schema.py").write_text('NAME = "Ursula"\n')
    return World(content, snippets)


@pytest.fixture
def documented(world: World) -> World:
    """The small content with a chapter, an answer, a claim, a figure and two programs."""
    for path, text in (
        ("content/guide/names.md", CHAPTER),
        ("content/faq/why-a-name.md", ANSWER),
        ("content/claims.toml", CLAIMS),
        ("content/changes.toml", CHANGES),
        ("content/figures/name.svg", FIGURE),
        ("snippets/programs.toml", PROGRAMS),
        ("snippets/guide/print_name.py", FIXED),
        ("snippets/truth/one_name.py", "from schema import NAME\n\nassert NAME == 'Ursula'\n"),
    ):
        file = world.content.parent / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    return world
