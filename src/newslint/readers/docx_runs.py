"""Runs of a Word file as they are written: which words may be edited, and which stand in one format."""

from __future__ import annotations

import re

from newslint.readers.paragraphs import Place

# The beginning of a run: its tag, and its format.
OPENING = re.compile(
    rb"<(?P<prefix>[^\s<>/:]+:)r(?:\s[^<>]*)?>\s*"
    rb"(?P<format><(?P=prefix)rPr>(?:(?!<(?P=prefix)rPr).)*?</(?P=prefix)rPr>|<(?P=prefix)rPr\s*/>)?",
    re.DOTALL,
)
# What may stand between the words of two runs that one would take for one: Word splits them as it saves.
BETWEEN = re.compile(
    rb"</(?P<prefix>[^\s<>/:]+:)t>\s*"
    rb"(?P<other></(?P=prefix)r>\s*(?:<(?P=prefix)proofErr\s[^<>]*/>\s*)*"
    rb"<(?P=prefix)r(?:\s[^<>]*)?>\s*"
    rb"(?P<format><(?P=prefix)rPr>(?:(?!<(?P=prefix)rPr).)*?</(?P=prefix)rPr>|<(?P=prefix)rPr\s*/>)?\s*)?"
    rb"(?:<(?P=prefix)lastRenderedPageBreak\s*/>\s*)?",
    re.DOTALL,
)
ENCODING = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*[\"'](?P<name>[^\"']*)")


def is_utf8(part: bytes) -> bool:
    """Tell whether a part is written in UTF-8."""
    if part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in part[:4]:
        return False
    declared = ENCODING.match(part)
    return declared is None or declared["name"].lower() == b"utf-8"


def is_editable(part: bytes, place: Place) -> bool:
    """Tell whether words are letters and nothing else, in a run whose format is not under change."""
    opening = OPENING.match(part, place.run)
    if opening is None or part.startswith(b"<" + opening["prefix"] + b"rPr", opening.end()):
        return False
    return b"<" not in inner(part, place)


def runs_on(part: bytes, before: Place, place: Place) -> bool:
    """Tell whether words follow others right away, in the same format and the same surroundings."""
    between = BETWEEN.fullmatch(part, before.end, place.start)
    if between is None or before.part != place.part:
        return False
    opening = OPENING.match(part, before.run)
    return not between["other"] or (opening is not None and opening["format"] == between["format"])


def inner(part: bytes, place: Place) -> bytes:
    """Return words as they are written, between their tags."""
    return part[part.index(b">", place.start) + 1 : place.end]
