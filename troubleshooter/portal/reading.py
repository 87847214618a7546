"""The form's request to the text of a paste, with a sentence for whatever is wrong with it."""

from dataclasses import dataclass

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from troubleshooter.catalogue.receiving import Binary, Empty, Received, TooLarge, judge

NOTHING = "Paste what your terminal, log or CI printed, or choose a file."
BINARY = "It looks like a binary or compressed file. Nothing was kept. Unpack it, or paste the text itself."


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is nothing to diagnose, and what to do."""

    title: str
    advice: str


def receive(request: HttpRequest) -> Received | Refused | TooLarge:
    """Reads the file if one was sent that is not empty, else the box."""
    upload = request.FILES.get("log")
    if isinstance(upload, UploadedFile) and upload.size:
        return _said(judge(upload.read(), settings.PASTE_LIMIT), "That file")
    # A form sends every newline as two characters; the person wrote one.
    text = request.POST.get("paste", "").replace("\r\n", "\n")
    return _said(judge(text.encode("utf-8", "replace"), settings.PASTE_LIMIT), "That paste")


def _said(found: Received | TooLarge | Empty | Binary, subject: str) -> Received | Refused | TooLarge:
    if isinstance(found, Empty):
        return Refused("There was nothing to read.", NOTHING)
    if isinstance(found, Binary):
        return Refused(f"{subject} is not text.", BINARY)
    # A browser cannot show a NUL; the diagnosis does not see one either.
    return found if isinstance(found, TooLarge) else Received(found.text.replace("\0", ""), found.remarks)
