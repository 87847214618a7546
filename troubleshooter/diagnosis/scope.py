"""The deciding part of a paste: which exceptions a walk looks at, prepared once for fast matching."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from troubleshooter.diagnosis.branching import words_of
from troubleshooter.diagnosis.model import Chain, Frame, Paste, Raised, Traceback

_WRAPPED = re.compile(r"\(((?:\w{1,80}\.){1,9}\w{1,80})\) |<class '((?:\w{1,80}\.){0,9}\w{1,80})'>")

CUT = "..."
"""Stands for what is not in the paste: an exception whose line was cut off, frames that were left out."""


@dataclass(frozen=True)
class Scope:
    """Some exceptions of one chain, newest first (call order: the user's frames above the driver's), and loose rows."""

    paste: Paste
    raised: tuple[Raised, ...]
    loose: tuple[int, ...] = ()

    @cached_property
    def frames(self) -> tuple[Frame | None, ...]:
        """All frames in call order; None stands where one exception's frames end."""
        frames: list[Frame | None] = []
        for raised in self.raised:
            if raised.frames:
                frames.extend(raised.frames)
                frames.append(None)
        return tuple(frames)

    @cached_property
    def calls(self) -> str:
        """All frames as one text to search: a line each, `@` or `-` and `/path:function`, `$` where a link ends."""
        return "\n" + "\n".join([_call(frame) for frame in self.frames]) + "\n"

    @cached_property
    def tails(self) -> frozenset[str]:
        """`name.py:function` of every frame, for a fast look."""
        return frozenset([call.rpartition("/")[2] for call in self.calls.split("\n")])

    @cached_property
    def messages(self) -> tuple[tuple[Raised, str, frozenset[str]], ...]:
        """Each exception with the text to search for a message in and the names of its type, wrapped ones included."""
        return tuple((raised, _searchable(raised.message), _names(raised)) for raised in self.raised)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the exceptions' types and messages and of the loose lines."""
        texts = [text for _, text, _ in self.messages]
        return words_of((*texts, self.loose_text)).union(*(names for _, _, names in self.messages))

    @cached_property
    def own_code(self) -> str:
        """The source lines of the in-app frames as one text, for a fast look."""
        return "\n".join([frame.code for frame in self.own_frames])

    @cached_property
    def own_frames(self) -> tuple[Frame, ...]:
        """The in-app frames whose source line is printed."""
        return tuple(frame for frame in self.frames if frame is not None and frame.in_app and frame.code)

    @cached_property
    def loose_lines(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """Each loose row with its text, and with the text of the two below joined to it as terminals wrap."""
        texts = [self.paste.texts[row].strip() for row in self.loose]
        threes = ((row, texts[at : at + 3]) for at, row in enumerate(self.loose))
        return tuple((row, tuple(dict.fromkeys((three[0], " ".join(three), "".join(three))))) for row, three in threes)

    @cached_property
    def loose_text(self) -> str:
        """All loose rows as one text in each of these readings, for a fast look."""
        texts = [self.paste.texts[row].strip() for row in self.loose]
        return "\n".join(("\n".join(texts), " ".join(texts), "".join(texts)))

    def row_of(self, position: int) -> int:
        """The row of the frame on line `position` (from 0) of `calls`."""
        frame = self.frames[position]
        return frame.row if frame is not None else 0


def scopes(traceback: Traceback, chain: Chain) -> Iterator[Scope]:
    """The scopes of one chain from narrow to wide: its focus, all of it, and with the groups it is in."""
    focus = _focus(chain.raised)
    yield Scope(traceback.paste, focus)
    whole = tuple(reversed(chain.raised))
    if len(whole) > len(focus):
        yield Scope(traceback.paste, whole)
    parents: list[Raised] = []
    parent = chain.parent
    while parent is not None and len(parents) < 100:
        parents.extend(reversed(traceback.chains[parent].raised))
        parent = traceback.chains[parent].parent
    if parents:
        yield Scope(traceback.paste, (*whole, *parents))


def _focus(raised: Sequence[Raised]) -> tuple[Raised, ...]:
    """The newest exception and, as long as each was the direct cause of the next, what led to it; newest first."""
    start = len(raised) - 1
    while start > 0 and raised[start].link == "cause":
        start -= 1
    return tuple(reversed(raised[start:]))


def _call(frame: Frame | None) -> str:
    if frame is None:
        return "$"
    path = frame.file.replace("\\", "/") if "\\" in frame.file else frame.file
    function = frame.function.rpartition(".")[2] if "." in frame.function else frame.function
    return f"{'@' if frame.in_app else '-'}{'~' if frame.after_gap else ''}/{path}:{function}"


def _searchable(message: str) -> str:
    """The message, and where it has several lines, once more with them joined: terminals wrap between and in words."""
    if "\n" not in message:
        return message
    return f"{message}\n{message.replace(chr(10), ' ')}\n{message.replace(chr(10), '')}"


def _names(raised: Raised) -> frozenset[str]:
    names = {raised.type}
    head = raised.message[:2000]
    if "(" in head or "<class" in head:
        names.update(first or second for first, second in _WRAPPED.findall(head))
    names |= {name.rpartition(".")[2] for name in names}
    names.discard("")
    return frozenset(names) if names or raised.message else frozenset({CUT})
