"""Bytes at the door become text; what is no text is replaced, never refused."""


def decode(data: bytes) -> str:
    """Bytes as text: UTF-16 where its mark or its zero bytes say so, else UTF-8 with what does not fit replaced."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    head = data[:200]
    if head[1::2].count(0) * 10 > len(head) * 4:
        return data.decode("utf-16-le", errors="replace")
    return data.decode("utf-8-sig", errors="replace")
