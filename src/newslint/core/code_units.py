"""Code units: how many a text has in the encodings that other programs count columns and offsets in."""

from __future__ import annotations

import re
from bisect import bisect_left

ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def code_units(text: str, encoding: str) -> int:
    """Count the code units of *text* in utf-8, utf-16 or utf-32."""
    if text.isascii() or encoding == "utf-32":
        return len(text)
    if encoding == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Utf16:
    """The places of a text in UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self.astral = [] if text.isascii() else [match.start() for match in ASTRAL.finditer(text)]

    def __call__(self, offset: int) -> int:
        """Return the units before an *offset* in code points."""
        return offset + bisect_left(self.astral, offset)
