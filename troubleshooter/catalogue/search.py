"""Full-text search over documents: plain words, code tokens, pasted messages and misspelt words."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from difflib import SequenceMatcher
from threading import Lock

WORD = re.compile(r"\w+")
PIECE = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
"""The words that a name is made of: `expire_on_commit` and `MissingGreenlet` are also found by theirs."""
WORDS, LONGEST, HITS, CANDIDATES = 60, 60, 40, 60
LIKENESS = 0.75
START, END = "\x02", "\x03"
MARKS = re.compile(f"{START}(.*?){END}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Document:
    """One thing to find: `words` are its exact messages and code, `body` its prose; `weight` lifts the commoner."""

    group: str
    url: str
    title: str
    summary: str
    words: str
    body: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found; the texts are cut at the words that match: every second piece is one."""

    group: str
    url: str
    title: tuple[str, ...]
    summary: tuple[str, ...]
    excerpt: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits first; `read_as` is what was searched instead, where a word was unknown, else ''."""

    hits: tuple[Hit, ...]
    read_as: str = ""


class Index:
    """An index in memory, built once and read by all threads."""

    def __init__(self, documents: Iterable[Document]) -> None:
        everything = list(documents)
        self._lock = Lock()
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.execute(
            "CREATE VIRTUAL TABLE document USING fts5(section UNINDEXED, url UNINDEXED, title, summary, words, body, "
            "weight UNINDEXED, pieces, tokenize = \"porter unicode61 remove_diacritics 2 tokenchars '_'\")"
        )
        rows = [(*astuple(document), " ".join(_pieces(document))) for document in everything]
        self._database.executemany("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
        forms = Counter(word for row in rows for text in row[2:6] for word in WORD.findall(text))
        self._known = {form.lower(): form for form, _ in reversed(forms.most_common())}
        self._database.execute("CREATE VIRTUAL TABLE spelling USING fts5(word, tokenize = 'trigram')")
        self._database.executemany("INSERT INTO spelling VALUES (?)", [(word,) for word in self._known])

    def find(self, asked: str) -> Found:
        """The documents that hold all words that were asked for, else those that hold the most telling ones."""
        words = WORD.findall(asked)[:WORDS]
        if not words:
            return Found(())
        with self._lock:
            spelt = [self._spelt(word) for word in words]
            last = words[-1] if spelt[-1] == words[-1] else ""
            hits = self._hits(" AND ".join(_quoted(spelt, last))) or self._hits(" OR ".join(_quoted(spelt, last)))
        return Found(tuple(hits), "" if spelt == words else " ".join(spelt))

    def _hits(self, query: str) -> list[Hit]:
        marks = f"'{START}', '{END}'"
        found = self._database.execute(
            f"SELECT section, url, highlight(document, 2, {marks}), highlight(document, 3, {marks}), "  # noqa: S608
            f"snippet(document, 5, {marks}, '…', 24), snippet(document, 4, {marks}, '…', 16) FROM document "
            "WHERE document MATCH ? ORDER BY bm25(document, 0, 0, 10, 4, 5, 1, 0, 2) * weight LIMIT ?",
            (query, HITS),
        )
        return [
            Hit(group, url, _parts(title), _parts(summary), _parts(next((t for t in (body, words) if START in t), "")))
            for group, url, title, summary, body, words in found
        ]

    def _spelt(self, word: str) -> str:
        """The word itself where it is known or the beginning of a known one, else the known one most like it."""
        low = word.lower()
        if low in self._known or len(low) < 4 or any(known.startswith(low) for known in self._known):
            return word
        trigrams = " OR ".join(f'"{low[i : i + 3]}"' for i in range(min(len(low), LONGEST) - 2))
        rows = self._database.execute(
            "SELECT word FROM spelling WHERE spelling MATCH ? ORDER BY rank LIMIT ?", (trigrams, CANDIDATES)
        )
        likeness, likest = max(((_likeness(low, known), known) for (known,) in rows), default=(0.0, word))
        return self._known[likest] if likeness >= LIKENESS else word


def _quoted(words: Sequence[str], last: str) -> list[str]:
    """The words as FTS5 reads them; the last one, still being typed, may be the beginning of a word."""
    return [f'"{word}"{"*" if last and place == len(words) - 1 else ""}' for place, word in enumerate(words)]


def _pieces(document: Document) -> Iterator[str]:
    """The words inside the names of a document."""
    for text in (document.title, document.summary, document.words, document.body):
        for name in WORD.findall(text):
            pieces = PIECE.findall(name)
            if len(pieces) > 1:
                yield from pieces


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _parts(text: str) -> tuple[str, ...]:
    """A marked text cut at its marks."""
    return tuple(MARKS.split(text))
