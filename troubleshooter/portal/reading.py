"""The request's bytes to the text of a paste, in memory, with a sentence for whatever is wrong with it."""

import codecs
from dataclasses import dataclass

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
READABLE_CONTROLS = "\t\n\r\f\x0b\x08\x1b"
ODD_SHARE = 0.1
LOST = "\N{REPLACEMENT CHARACTER}"
NOTHING = "Paste what your terminal, log or CI printed, or choose a file."
BINARY = "It looks like a binary or compressed file. Nothing was kept. Unpack it, or paste the text itself."


@dataclass(frozen=True, slots=True)
class Received:
    """A paste, and remarks on what had to be put right in it."""

    text: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TooLarge:
    """The size in bytes of a paste that is over the limit."""

    size: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is nothing to diagnose, and what to do."""

    title: str
    advice: str


def receive(request: HttpRequest) -> Received | Refused | TooLarge:
    """Reads the file if one was sent that is not empty, else the box."""
    upload = request.FILES.get("log")
    if isinstance(upload, UploadedFile) and upload.size:
        return _judge(upload.read(), "That file")
    # A form sends every newline as two characters; the person wrote one.
    text = request.POST.get("paste", "").replace("\r\n", "\n")
    return _judge(text.encode("utf-8", "replace"), "That paste")


def _judge(raw: bytes, subject: str) -> Received | Refused | TooLarge:
    if len(raw) > settings.PASTE_LIMIT:
        return TooLarge(len(raw))
    text = _decode(raw)
    if not text.strip(" \t\r\n\0"):
        return Refused("There was nothing to read.", NOTHING)
    odd = sum(1 for letter in text if letter == LOST or _is_control(letter))
    if odd > ODD_SHARE * len(text):
        return Refused(
            f"{subject} is not text.",
            BINARY,
        )
    return Received(text.replace("\0", ""), _remarks(text))


def _decode(raw: bytes) -> str:
    for mark, encoding in BOMS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace").removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    return raw.decode("utf-8", "replace")


def _is_control(letter: str) -> bool:
    return letter < " " and letter not in READABLE_CONTROLS


def _remarks(text: str) -> tuple[str, ...]:
    remarks = []
    if nuls := text.count("\0"):
        remarks.append(f"{nuls} NUL character{'s were' if nuls > 1 else ' was'} left out.")
    if lost := text.count(LOST):
        remarks.append(f"{lost} character{'s' if lost > 1 else ''} could not be read and show as {LOST}.")
    return tuple(remarks)
