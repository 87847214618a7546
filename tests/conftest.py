"""What tests of several rooms share: recorded tracebacks, and pages read as a browser would."""

from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

PASTES = Path(__file__).parent / "pastes"
CUT = (
    "sqlalchemy.exc.MissingGreenlet: greenlet_spawn has not been called; can't call await_only() here. "
    "Was IO attempted in an unexpected place?"
)
FOREIGN = """Traceback (most recent call last):
  File "/srv/app/stats.py", line 8, in mean
    return np.mean(rows, axis="x")
  File "/srv/app/.venv/lib/python3.11/site-packages/numpy/core/fromnumeric.py", line 3504, in mean
    return _methods._mean(a, axis=axis)
TypeError: 'str' object cannot be interpreted as an integer
"""


@dataclass
class Page(HTMLParser):
    """One page: its elements with their attributes, and its visible text."""

    html: str
    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] or "" for _, attrs in self.elements if "id" in attrs]

    def all(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        """The attributes of all elements of a tag with these attributes (`name_` stands for `name`)."""
        pairs = {key.rstrip("_"): value for key, value in wanted.items()}
        return [
            attrs
            for name, attrs in self.elements
            if name == tag and all(attrs.get(key) == value for key, value in pairs.items())
        ]

    def links(self) -> list[str]:
        return [attrs["href"] or "" for attrs in self.all("a") if "href" in attrs]


@pytest.fixture
def paste() -> Callable[[str, str], str]:
    """Reads a recorded traceback: `paste("lazy-load-relationship", "sa21")`."""

    def read(slug: str, name: str = "sa21") -> str:
        return (PASTES / slug / f"{name}.txt").read_text(encoding="utf-8")

    return read


@pytest.fixture
def cut() -> str:
    """A paste of which only the last line is left: it cannot be decided."""
    return CUT


@pytest.fixture
def foreign() -> str:
    """A traceback that is not about SQLAlchemy."""
    return FOREIGN


@pytest.fixture
def page() -> Callable[[object], Page]:
    """Reads a response as a page."""

    def read(response: object) -> Page:
        return Page(response.content.decode())

    return read
