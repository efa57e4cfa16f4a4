"""Runs of a Word file as they are written: which words may be edited, and which stand in one format."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from newslint.readers.paragraphs import Place

# The beginning of a run: its tag, and its format, if that is not under change.
OPENING = re.compile(
    rb"<(?P<prefix>[^\s<>/:]+:)r(?:\s[^<>]*)?>\s*"
    rb"(?:<(?P=prefix)rPr>(?:(?!<(?P=prefix)rPr).)*?</(?P=prefix)rPr>|<(?P=prefix)rPr\s*/>)?"
    rb"(?!\s*<(?P=prefix)rPr)",
    re.DOTALL,
)
# No opening is longer.
LONGEST = 4_096
# What may stand between the words of two runs that one would take for one: Word splits them as it saves.
BETWEEN = re.compile(rb"</([^\s<>/:]+:)t>\s*</\1r>\s*(?:<\1proofErr\s[^<>]*/>\s*)*")
# And before the words of a run, or between them.
BEFORE = re.compile(rb"(?:</[^\s<>/:]+:t>)?\s*(?:<[^\s<>/:]+:lastRenderedPageBreak\s*/>\s*)?")
# What a content control holds that is no more than a frame round words: not bound, locked, or a form.
FRAME = {b"sdt", b"sdtPr", b"sdtEndPr", b"alias", b"tag", b"id", b"richText", b"placeholder", b"docPart"}
FORMAT = re.compile(rb"<([^\s<>/:]+:)rPr>.*?</\1rPr>", re.DOTALL)
ELEMENT = re.compile(rb"<(?:[^\s<>/:]+:)?([^\s<>/]+)")
ENCODING = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*[\"'](?P<name>[^\"']*)")


class Row(msgspec.Struct):
    """A row or cell of a table, and where its paragraphs start; or one that is deleted."""

    start: int
    gone: bool = False


class Run(msgspec.Struct):
    """A run of letters in one format: at which byte of the part it begins, and whether it is hidden.

    *opening* is its tag and its format, "" where no fix can be written into it, None before it was asked.
    """

    start: int
    opening: bytes | None = None
    hidden: bool = False


def is_utf8(part: bytes) -> bool:
    """Tell whether a part is written in UTF-8."""
    if part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in part[:4]:
        return False
    declared = ENCODING.match(part)
    return declared is None or declared["name"].lower() == b"utf-8"


def is_frame(control: bytes) -> bool:
    """Tell whether the words in a content control, up to which it is given, are as free as any others."""
    return FRAME.issuperset(ELEMENT.findall(FORMAT.sub(b"", control)))


# The same formats come again and again.
@lru_cache(maxsize=1_024)
def opening(head: bytes) -> bytes | None:
    """Return the tag and the format in the *head* of a run, None where its format is under change."""
    found = OPENING.match(head)
    return found and found[0]


def prefix(opening: bytes) -> str:
    """Return the prefix of the names of Word's elements, with its colon, as a run has it."""
    return opening[1 : opening.index(b":") + 1].decode()


def runs_on(part: bytes, before: Place, place: Place) -> bool:
    """Tell whether words follow others right away, in the same format and the same surroundings."""
    if before.part != place.part:
        return False
    if before.run == place.run:
        return BEFORE.fullmatch(part, before.end, place.start) is not None
    return (
        _format(before.opening) == _format(place.opening)
        and BETWEEN.fullmatch(part, before.end, place.run) is not None
        and BEFORE.fullmatch(part, place.run + len(place.opening), place.start) is not None
    )


def inner(part: bytes, place: Place) -> bytes:
    """Return words as they are written, between their tags."""
    return part[part.index(b">", place.start) + 1 : place.end]


@lru_cache(maxsize=1_024)
def _format(opening: bytes) -> bytes:
    return opening.partition(b">")[2]
