"""Raised and lowered marks: which are of the word before them, and which are a note's or a power."""

from __future__ import annotations

from newslint.plugin import lazy_pattern
from newslint.readers.parts import OBJECT

# km2, sq. m2; a figure behind a longer word is a footnote's.
UNIT = lazy_pattern(r"(?<![^\W\d_])[A-Za-z]{1,2}$")
POWERS = frozenset("23")
ORDINALS = frozenset(("st", "nd", "rd", "th"))
FRACTION_BARS = ("/", "⁄")
# 10 to the sixth; a figure behind a longer number is a footnote's.
BASE = lazy_pattern(r"(?:(?<![\d.,])(?:10|\d)|×[ ]?\d{1,3})$")
# No word or number before a mark is looked at beyond this.
LONGEST_BEFORE = 8
NOTE = lazy_pattern(r"\d{1,3}|\[.{1,5}\]|\(.{1,3}\)|[*†‡§¶]{1,3}")
EXPONENT = lazy_pattern(r"[-−–+]?\d{1,3}")


def stand_in(before: str, content: str, *, tag: str, behind: str) -> str | None:
    """Return what stands in a line for *content*, which a *tag* sets above or below it: None for itself.

    A note's mark is nothing, so that 80¹ kilometers are 80; a power or a part of a fraction is an object.
    """
    if not content:
        return None
    before = before[-LONGEST_BEFORE:]
    if not before or before[-1].isspace():
        return _alone(content, tag=tag, behind=behind)
    if before[-1].isalpha():
        own = tag == "sub" or content.isalpha() or (content in POWERS and UNIT.search(before))
        return None if own else ""
    if not before[-1].isdigit():
        return None if content.isalpha() else ""
    if content.lower() in ORDINALS:
        return None
    power = BASE.search(before) and EXPONENT.fullmatch(content)
    return OBJECT if power or behind in FRACTION_BARS else ""


def _alone(content: str, *, tag: str, behind: str) -> str | None:
    """Return what stands for a mark that touches no word before it."""
    if tag == "sub" or NOTE.fullmatch(content) is None:
        return None
    return OBJECT if behind in FRACTION_BARS else ""
