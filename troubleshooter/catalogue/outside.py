"""Every address outside this site that content links to."""

from collections.abc import Iterator

from troubleshooter.catalogue.gates_body import links
from troubleshooter.catalogue.schema import Catalogue

NAME = "links.txt"


def outside(catalogue: Catalogue) -> list[str]:
    """The addresses, sorted, each once."""
    return sorted({url for url in _all(catalogue) if url.startswith(("https://", "http://"))})


def _all(catalogue: Catalogue) -> Iterator[str]:
    texts = [text for cause in catalogue.causes.values() for text in cause.texts.values()]
    texts += [question.text for question in catalogue.questions.values()]
    for cause in catalogue.causes.values():
        yield from cause.matter.references
    for question in catalogue.questions.values():
        yield from question.matter.references
    for chapter in catalogue.chapters.values():
        yield from chapter.matter.references
        texts.append(chapter.body.text)
    for answer in catalogue.faq.values():
        yield from answer.matter.links
        texts.append(answer.body.text)
    for claim in catalogue.claims.values():
        yield from claim.see
    for text in texts:
        for line in text.split("\n"):
            yield from links(line)
