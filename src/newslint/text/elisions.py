"""Elisions: years and words behind an apostrophe that is turned into an opening mark: ‘80s, ‘til."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded, WordSet

OPENING, MARKS = "‘", "‘’"
# Inside a word only what is left of another is turned ("don‘t"); "Hawai‘i" is not.
MARK = Worded(
    r"""[‘’'“”](?:(?<=[a-z]‘)(?P<within>n?t|s|re|ve|ll|d|m)\b
    |(?<=‘)(?:(?P<decade>\d0s)\b|(?P<year>\d\d)\b(?![.,:]\d|%)|(?P<n>n)(?:[‘’]|\b)(?=[ ]\w)
    |(?P<word>{elided-words})\b)
    |(?<=‘)(?<!\w.)(?P<opens>(?=\S))|(?<=’)n’|(?<=[\w,.?!…]['’])(?P<closes>(?!\w))
    |(?<=“)(?P<inner>)|(?<=”)(?P<outer>))""",
    re.VERBOSE | re.IGNORECASE,
)
# "the ‘80s", "mid-‘80s", "the ’70s, ‘80s and ‘90s"; not "He said, ‘80s music is dead.’"
BEFORE_DECADE = lazy_pattern(r"(?:\w |\d0s, |\w[-–/]|\()$")
# "the class of ‘07", "since ‘98,", "May ‘68"; "in ‘24 hours …’" is a quotation.
CLASS_OF = lazy_pattern(r"\bclass of $", re.IGNORECASE)
BEFORE_YEAR = Worded(r"\b(?:[Ii]n|since|from|to|of|until|by|and|or|{months}\.?) $")
AFTER_YEAR = lazy_pattern(
    r"[.,;:)?!”]|$|\n| (?:and|or|to|when|with|but|at|for|after|before|he|she|they|it|was|were|the)\b"
)
# "a ‘57 Chevy", "the ‘92 riots"; "the summer of ‘69 wasn’t"
BEFORE_NOUN = lazy_pattern(r"\b(?:an?|the|his|her|their|our|my|this|that) $", re.IGNORECASE)
NOUN = lazy_pattern(r" [A-Za-z]")
BEFORE_OWN_YEAR = Worded(r"\b{nouns-before-short-years} of $", re.IGNORECASE)
# "give ‘em", "“… open ‘til nine", "“‘Cause I said so"; after a comma or at the head of a block a quotation
# may open. "‘Tis the season" may open a sentence, as "tis" is no word; after a colon it opens a quotation.
BEFORE_WORD = lazy_pattern(r"(?:\w |“)$")
OPENING_BEFORE = lazy_pattern(r"(?:^|\n|[.!?”] |\w |“)$")
NEVER_WHOLE = frozenset(("tis", "twas"))
JOINED = WordSet("words-before-n")
LAST_WORD = lazy_pattern(r"(\w+) $")
REACH = 16


def turned_apostrophes(document: Document) -> tuple[Span, ...]:
    """Return the short years and words behind a mark that can open no quotation, each with its mark."""
    text = document.text
    if OPENING not in text:
        return ()
    marked = (
        block.span for block in document.blocks if text.find(OPENING, block.span.start, block.span.end) >= 0
    )
    return tuple(sorted(found for span in marked for found in _in_block(document, span)))


def is_turned(document: Document, position: int) -> bool:
    """Tell whether an apostrophe that is turned the wrong way stands there."""
    return position in document.view(_starts)


def _starts(document: Document) -> frozenset[int]:
    return frozenset(span.start for span in document.view(turned_apostrophes))


def _in_block(document: Document, block: Span) -> Iterator[Span]:
    """Yield them by what stands behind each: another mark that opens, or nothing that closes.

    A quotation in single marks has none of its own inside, so whatever seems to open there is turned.
    """
    waiting: list[Span] = []
    outside: list[Span] = []
    is_open = False
    for mark in MARK.of(document).finditer(document.text, block.start, block.end):
        kind = mark.lastgroup
        if kind == "inner":
            outside, waiting = waiting, []
        elif kind == "outer":
            yield from waiting
            waiting, outside, is_open = outside, [], False
        elif kind == "closes":
            waiting, is_open = [], False
        elif kind == "within":
            yield _whole_word(document.text, mark)
        elif kind and kind != "opens" and _is_elision(document, mark, kind):
            if is_open or (kind == "n" and mark[0][-1] in MARKS):
                yield Span(*mark.span())
            else:
                waiting.append(Span(*mark.span()))
        elif kind and mark[0][-1] != "’":
            yield from waiting
            waiting, is_open = [], True
    yield from (*outside, *waiting)


def _whole_word(text: str, mark: re.Match[str]) -> Span:
    start = mark.start()
    while text[start - 1 : start].isalnum():
        start -= 1
    return Span(start, mark.end())


def _is_elision(document: Document, mark: re.Match[str], kind: str) -> bool:
    """Tell by the words round it whether the mark may stand for figures or letters left out."""
    text, start, end = document.text, max(0, mark.start() - REACH), mark.start()
    match kind:
        case "decade":
            return BEFORE_DECADE.search(text, start, end) is not None
        case "year" if CLASS_OF.search(text, start, end):
            return True
        case "year":
            return _is_year(document, mark, start)
        case "word" if mark["word"].lower() in NEVER_WHOLE:
            return OPENING_BEFORE.search(text, start, end) is not None
        case "n":
            before = LAST_WORD.search(text, start, end)
            return before is not None and (mark[0][-1] == OPENING or before[1].lower() in JOINED.of(document))
    return BEFORE_WORD.search(text, start, end) is not None


def _is_year(document: Document, mark: re.Match[str], start: int) -> bool:
    text, end = document.text, mark.start()
    if BEFORE_NOUN.search(text, start, end) and NOUN.match(text, mark.end()):
        return True
    if BEFORE_OWN_YEAR.of(document).search(text, max(0, end - 2 * REACH), end):
        return True
    return bool(BEFORE_YEAR.of(document).search(text, start, end) and AFTER_YEAR.match(text, mark.end()))
