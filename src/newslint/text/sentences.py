"""Sentences, as news copy ends them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.core.document import Block, BlockKind, Document
from newslint.core.lexicon import Lexicon
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span, Spans
from newslint.text.flat import flat

# A stop, then closing quotation marks or brackets, then space, then what may open a sentence.
CANDIDATE = lazy_pattern(r"""[.!?…]+['"”’»›)\]]*(?=\s)\s+(?=["“‘'`«‹(\[]*([A-Z0-9À-ÞĀ-Ž$£€]|\w))""")
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
    text = document.view(flat)
    whole = (span for block in document.blocks for span in _split(document, block))
    return Spans(
        span for found in whole for span in ((found,) if len(found) <= LONGEST else _parts(text, found))
    )


def sentence_at(document: Document, position: int) -> Span:
    """Return the sentence that holds *position*, or an empty span there when none does."""
    spans = document.view(sentences)
    index = spans.last_before(position)
    if index >= 0 and position < spans.ends[index]:
        return spans[index]
    return Span(position, position)


def _split(document: Document, block: Block) -> list[Span]:
    text = document.view(flat)
    start, end = block.span.start, block.span.end
    if block.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.CODE):
        return [block.span]
    found = []
    for match in CANDIDATE.finditer(text, start, end):
        if _ends_sentence(document, match, start):
            stop = match.start() + len(match[0].rstrip())
            found.append(Span(start, stop))
            start = match.end()
    if start < end:
        found.append(Span(start, end))
    return found


def _parts(text: str, span: Span) -> Iterator[Span]:
    """Yield an endless sentence in parts that end with a word, if a word ends within reach."""
    start = span.start
    while start < span.end:
        end = min(span.end, start + LONGEST)
        if end < span.end and (blank := text.rfind(" ", start + 1, end)) > 0:
            end = blank
        yield Span(start, end)
        start = end + (text[end : end + 1] == " ")


def _ends_sentence(document: Document, match: re.Match[str], start: int) -> bool:
    text = match.string
    opener = match[1]
    if text[match.start()] != "." or text[match.start() + 1] == ".":
        return not opener.islower()
    if opener.islower():
        return False
    word = text[max(start, match.start() - 12) : match.start()].rpartition(" ")[2].lstrip("(\"“'‘[")
    next_word = NEXT_WORD.match(text, match.end())
    follows_starter = next_word is not None and next_word[1].lower() in STARTERS
    if word in document.lexicon.view(_never_final):
        return False
    if word in document.lexicon.view(_seldom_final) or INITIAL.search(
        text[max(start, match.start() - 3) : match.start()]
    ):
        closed = len(match[0].rstrip()) > 1
        return follows_starter or closed
    return True


def _never_final(lexicon: Lexicon) -> frozenset[str]:
    """Titles and such, which always have a name or a figure after them ("Gen. Smith")."""
    return frozenset(word.rstrip(".") for word in lexicon.words("abbreviations-before-names"))


def _seldom_final(lexicon: Lexicon) -> frozenset[str]:
    """Months, states and bodies, which end a sentence only before a word that opens one ("U.S. The")."""
    return frozenset(word.rstrip(".") for word in lexicon.words("abbreviations"))
