"""Quotation marks: where they stand, and whether each may open or close."""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.markup.tags import in_tag
from newslint.text.words import leaping

# It opens with a set of letters, so that the search leaps from mark to mark. An apostrophe
# between two letters ("don't") is no mark, nor is what some wires print for it (Belgium"s).
MARK = lazy_pattern(
    r"""
    ["″“”„«»‹›‘`'’] (?:
        (?<=‘)‘(?!t(?:is|was|il)\b|em\b|\d) | (?<=["″“”„«»‹›‘])(?!(?<=\w")s\b)
        | (?<=`)` | (?<=`)(?=\w)(?<!\w.)
        | (?<=')(?='') | (?<=')' | (?<=’)(?=’’) | (?<=’)’ | (?<=['’])(?!\w) | (?<=['’])(?<!\w.)
    )
    """,
    re.VERBOSE,
)
SIGNS = "\"″“”„«»‹›‘`'’"
# What opens like a quotation and is not one: 'em, '90s, rock 'n' roll.
ELISION = Worded(r"['‘](?:\d0s|\d\d\b|{elided-words}\b(?! \w+['’]))", re.IGNORECASE)
# "6' 2", "5’10”": feet, as inches follow.
FEET = lazy_pattern(r"['’]\s?\d{1,2}(?:[\s,.;]|[\"”]|''|’’|$)")
# Marks of direction and joiners, which cannot be seen, are among them, and what stands for a tag or for code.
BEFORE_OPENING = frozenset("([{<—–-/‘'“\"«‹…\u200b\u200e\u200f\u202a\u202b\ufeff\ufffc")
AFTER_CLOSING = frozenset(".,;:!?)]}>—–-/’'”\"»›…\ufffc")


class Form(StrEnum):
    """How a mark is drawn."""

    STRAIGHT = "straight"
    CURLY = "curly"
    GUILLEMET = "guillemet"
    WIRE = "wire"


class Mark(msgspec.Struct, frozen=True, gc=False):
    """One quotation mark, double or *single*; a straight one between spaces may open and close."""

    span: Span
    form: Form
    single: bool
    opens: bool
    closes: bool


def marks(document: Document) -> tuple[Mark, ...]:
    """Return the marks in the order of the text, and apostrophes at a word's end, as they may close too."""
    text = document.text
    found = tuple(_mark(document, match) for match in leaping(MARK, text, SIGNS))
    return tuple(mark for mark in found if (mark.opens or mark.closes) and not in_tag(document, mark.span))


def _mark(document: Document, match: re.Match[str]) -> Mark:
    text = document.text
    sign, start, end = match[0], match.start(), match.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    may_open, may_close = _may_open(before, after), _may_close(before, after)
    span = Span(start, end)
    match sign:
        case "“" | "‘‘":
            # German closes with this mark, and so does a writer whose mark was turned the wrong way.
            form = Form.CURLY if sign == "“" else Form.WIRE
            return Mark(span, form, single=False, opens=True, closes=not may_open and not after.isalnum())
        case "”":
            may_open = may_open or before in ("", "\n") or (before == ":" and after.isalnum())
            return Mark(span, Form.CURLY, single=False, opens=may_open and not may_close, closes=True)
        case "„":
            return Mark(span, Form.CURLY, single=False, opens=True, closes=False)
        case "«" | "»" | "‹" | "›":
            # »German« turns them round, and then leaves no space inside.
            turned = may_close if sign in "«‹" else may_open and after.isalnum()
            opens = (sign in "«‹") != turned
            return Mark(span, Form.GUILLEMET, single=sign in "‹›", opens=opens, closes=not opens)
        case "``":
            return Mark(span, Form.WIRE, single=False, opens=True, closes=False)
        case "`":
            return Mark(span, Form.WIRE, single=True, opens=True, closes=False)
        case "''" | "’’":
            return Mark(span, Form.WIRE, single=False, opens=may_open and not may_close, closes=True)
        case '"' | "″":
            unclear = may_open == may_close
            may_open = may_open or (unclear and before not in ",.!?")
            return Mark(span, Form.STRAIGHT, single=False, opens=may_open, closes=may_close or unclear)
    return _single(document, match, before, after)


def _single(document: Document, match: re.Match[str], before: str, after: str) -> Mark:
    """Read a single mark, which may be an apostrophe, or stand for feet."""
    sign, start, text = match[0], match.start(), document.text
    opens = (
        sign != "’"
        and not before.isalnum()
        and not after.isspace()
        and not ELISION.of(document).match(text, start)
    )
    closes = sign != "‘" and not before.isspace() and not after.isalnum() and before != ""
    closes = closes and not (before.isdigit() and FEET.match(text, start))
    form = Form.STRAIGHT if sign == "'" else Form.CURLY
    return Mark(Span(start, match.end()), form, single=True, opens=opens and not closes, closes=closes)


def _may_open(before: str, after: str) -> bool:
    return (
        (before == "" or before.isspace() or before in BEFORE_OPENING) and after != "" and not after.isspace()
    )


def _may_close(before: str, after: str) -> bool:
    return (
        (after == "" or after.isspace() or after in AFTER_CLOSING) and before != "" and not before.isspace()
    )
