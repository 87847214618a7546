"""What a node of the tree is called and where its page is."""

from dataclasses import dataclass

from django.urls import reverse

from troubleshooter.catalogue.schema import Catalogue
from troubleshooter.diagnosis.tree import START

FIRST = "The first question"


@dataclass(frozen=True, slots=True)
class Named:
    """A node as a page shows it: its name, its page, and what it says of itself."""

    slug: str
    title: str
    url: str
    summary: str = ""
    family: str = ""


def named(slug: str, catalogue: Catalogue) -> Named:
    """Gives the name and page of a root cause or a question."""
    node = catalogue.causes.get(slug) or catalogue.questions.get(slug)
    if node is None:
        return Named(slug, FIRST if slug == START else slug, reverse("tree"))
    return Named(slug, node.matter.title, reverse("cause", args=[slug]), node.matter.summary, node.matter.family)


def step_url(slug: str, catalogue: Catalogue) -> str:
    """Gives the page on which somebody without a paste goes on: the next question, or the root cause."""
    return reverse("cause" if slug in catalogue.causes else "question", args=[slug])


def asks(slug: str, catalogue: Catalogue) -> str:
    """Gives the question that a node puts to a person."""
    question = catalogue.questions.get(slug)
    return question.matter.asks if question else "What does the last line of your traceback say?"
