"""Sentences, as news copy ends them."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator

from newslint.core.document import Block, BlockKind, Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span, Spans
from newslint.text.flat import flat
from newslint.text.words import matches_at, standing

# A stop, then closing quotation marks or brackets, then space, then what may open a sentence.
CANDIDATE = lazy_pattern(r"""[.!?…][.!?…]*['"”’»›)\]]*(?=\s)\s+(?=["“‘'`«‹(\[]*([A-Z0-9À-ÞĀ-Ž$£€]|\w))""")
STOPS = ".!?…"
# What ends a line that is no heading, and what may close behind it.
ENDS, CLOSERS = (".", "!", "?", "…", ":", ";"), "\"”'’)]*_ "
INITIAL = lazy_pattern(r"(?:^|[\s(\"“.'])[A-Z]$")
NEXT_WORD = lazy_pattern(r"[\"“‘'`«‹(\[]*(\w*)")
# No sentence is so long; what has no stop for as long is a list or a table, and is read in parts.
LONGEST = 8000
STARTERS = frozenset(
    """
    the a an he she it they we i you this that these those but and in on at as for with after before when
    while his her its their there if so however meanwhile
    """.split()  # noqa: SIM905
)


def sentences(document: Document) -> Spans:
    """Return the sentences of every block in order; a headline or sub-head is one."""
    text, lexicon = document.view(flat), document.lexicon
    never, seldom = lexicon.view(_never_final), lexicon.view(_seldom_final)
    found, stops = Spans(), array("I", standing(text, STOPS))
    for block in document.blocks:
        for start, end in _split(text, block, stops, never, seldom):
            if end - start <= LONGEST:
                found.append(start, end)
            else:
                for part in _parts(text, start, end):
                    found.append(*part)
    return found


def sentence_at(document: Document, position: int) -> Span:
    """Return the sentence that holds *position*, or an empty span there when none does."""
    spans = document.view(sentences)
    index = spans.last_before(position)
    if index >= 0 and position < spans.ends[index]:
        return spans[index]
    return Span(position, position)


def is_closed(words: str) -> bool:
    """Tell whether words close with a stop, as running copy does and headings and teasers do not."""
    return words.rstrip().rstrip(CLOSERS).endswith(ENDS)


def _split(
    text: str, block: Block, stops: array[int], never: frozenset[str], seldom: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a block start and end."""
    start, end = block.span.start, block.span.end
    if block.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.CODE):
        yield start, end
        return
    inside = stops[bisect_left(stops, start) : bisect_left(stops, end)]
    for match in matches_at(CANDIDATE, text, inside, end):
        if _ends_sentence(match, start, never, seldom):
            yield start, match.start() + len(match[0].rstrip())
            start = match.end()
    if start < end:
        yield start, end


def _parts(text: str, start: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield an endless sentence in parts that end with a word, if a word ends within reach."""
    while start < last:
        end = min(last, start + LONGEST)
        if end < last and (blank := text.rfind(" ", start + 1, end)) > 0:
            end = blank
        yield start, end
        start = end + (text[end : end + 1] == " ")


def _ends_sentence(match: re.Match[str], start: int, never: frozenset[str], seldom: frozenset[str]) -> bool:
    if match[1].islower():
        return False
    text, stop = match.string, match.start()
    if text[stop] != "." or text[stop + 1] == ".":
        return True
    word = text[max(start, stop - 12) : stop].rpartition(" ")[2].lstrip("(\"“'‘[")
    if word in never:
        return False
    if word in seldom or (word[-1:].isupper() and INITIAL.search(text[max(start, stop - 3) : stop])):
        next_word = NEXT_WORD.match(text, match.end())
        follows_starter = next_word is not None and next_word[1].lower() in STARTERS
        return follows_starter or len(match[0].rstrip()) > 1
    return True


def _never_final(lexicon: Lexicon) -> frozenset[str]:
    """Titles and such, which always have a name or a figure after them ("Gen. Smith")."""
    return frozenset(word.rstrip(".") for word in lexicon.words("abbreviations-before-names"))


def _seldom_final(lexicon: Lexicon) -> frozenset[str]:
    """Months, states and bodies, which end a sentence only before a word that opens one ("U.S. The")."""
    return frozenset(word.rstrip(".") for word in lexicon.words("abbreviations"))
