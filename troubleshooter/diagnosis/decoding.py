"""Bytes at the door become text; what is no text is replaced, never refused."""

import codecs


def decode(data: bytes) -> str:
    """Bytes as text: UTF-32 or UTF-16 where a mark or zero bytes say so, else UTF-8, what does not fit replaced."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return data.decode("utf-32", errors="replace")
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return data.decode("utf-16", errors="replace")
    head = data[:200]
    if head[1::2].count(0) * 10 > len(head) * 4:
        return data.decode("utf-16-le", errors="replace")
    return data.decode("utf-8-sig", errors="replace")
