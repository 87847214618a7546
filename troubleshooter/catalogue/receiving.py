"""The bytes of a paste to its text, in memory, with a sentence for whatever is wrong with it."""

from dataclasses import dataclass

from troubleshooter.diagnosis.decoding import decode

READABLE_CONTROLS = "\t\n\r\f\x0b\x08\x1b"
ODD_SHARE = 0.1
BLANK = " \t\r\n\0\N{ZERO WIDTH NO-BREAK SPACE}"
LOST = "\N{REPLACEMENT CHARACTER}"
UNITS = ((1024 * 1024, "MiB"), (1024, "KiB"))


@dataclass(frozen=True, slots=True)
class Received:
    """A paste, and remarks on what is lost in it."""

    text: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TooLarge:
    """The size in bytes of a paste that is over the limit."""

    size: int


@dataclass(frozen=True, slots=True)
class Empty:
    """There is nothing to diagnose: no letter at all."""


@dataclass(frozen=True, slots=True)
class Binary:
    """What can be made of a file that is no text: no traceback is to be expected in it."""

    text: str


def judge(raw: bytes, limit: int) -> Received | TooLarge | Empty | Binary:
    """The text of a paste, decoded as the command line does it, or why there is none."""
    if len(raw) > limit:
        return TooLarge(len(raw))
    text = decode(raw)
    if not raw.strip(b" \t\r\n\0") or not text.strip(BLANK):
        return Empty()
    odd = sum(1 for letter in text if letter == LOST or _is_control(letter))
    return Binary(text) if odd > ODD_SHARE * len(text) else Received(text, _remarks(text))


def size_in_words(size: int) -> str:
    """Says a number of bytes in the unit that a person would choose."""
    for unit, name in UNITS:
        if size >= unit:
            return f"{size / unit:.1f}".removesuffix(".0") + f" {name}"
    return f"{size} byte{'' if size == 1 else 's'}"


def size_beside(size: int, limit: int) -> str:
    """Says a size that is over a limit so that it does not read like the limit itself."""
    said = size_in_words(size)
    return said if said != size_in_words(limit) else f"{size_in_words(size - limit)} more than {said}"


def _is_control(letter: str) -> bool:
    return letter < " " and letter not in READABLE_CONTROLS


def _remarks(text: str) -> tuple[str, ...]:
    remarks = []
    if nuls := text.count("\0"):
        remarks.append(f"{nuls} NUL character{'s were' if nuls > 1 else ' was'} left out.")
    if lost := text.count(LOST):
        remarks.append(f"{lost} character{'s' if lost > 1 else ''} could not be read and show as {LOST}.")
    return tuple(remarks)
