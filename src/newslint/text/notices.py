"""Notices: paragraphs in which a desk corrects or explains its own story, and repeats what was wrong."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from newslint.core.document import Block, Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.core.wording import Worded
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at

LONGEST = 1000
MARK = r"[ ]?(?:[:.|–—]|-(?!\w)|\()"
# "Correction: An earlier …", "CLARIFICATION (March 3) –", "Correction, 3 March 2026:", "Editor's note:"
OPENING = lazy_pattern(
    rf"""[\W_]{{0,6}}(?:(?:corrections?(?:[ ]?(?:and|&|/)[ ]?clarifications?)?|clarifications?|corrected)
    (?:[ ](?:appended|made|of|on)?[ ]?(?:[a-z]+\.?[ ]\d|\d)[\w,. ]{{0,20}}|,[ ][\w. ]{{3,20}},?[\w ]{{0,6}})?
    |editors?'?s?[ ]note|editors'[ ]note|for[ ]the[ ]record){MARK}""",
    re.IGNORECASE | re.VERBOSE,
)
# "Correction", "Corrections and clarifications", "Correction: Dec. 1, 2010": what follows is the notice.
HEADING = lazy_pattern(
    r"[\W_]*(?:corrections?(?: ?(?:and|&) ?clarifications?)?|clarifications?)"
    r"[\W_]*(?:[a-z]{3,9}\.? \d\d?,? \d{4}|\d\d? [a-z]{3,9}\.? \d{4})?[\W_]*",
    re.IGNORECASE,
)
# "an earlier version of this article", "this story has been corrected", "the article was amended on 3 May".
SAYS_SO = Worded(
    r"""\b(?:(?:earlier|previous|prior|original|first)[ ]versions?[ ]of[ ](?:this|our)
    |this[ ]{own-stories}(?:'s[ ]headline)?[ ](?:has[ ]been|had[ ]been|was|is)[ ](?:since[ ])?
    {amending-participles}\b
    |this[ ]{own-stories}[ ](?:originally|incorrectly|wrongly|mistakenly)
    |(?:an|the)[ ](?:earlier|previous|original)[ ]version[ ](?:incorrectly|misstated|misspelled|said))\b""",
    re.IGNORECASE | re.VERBOSE,
)


def notices(document: Document) -> tuple[Span, ...]:
    """Return the paragraphs that are corrections, clarifications or editor's notes, in order."""
    found = document.view(cues).get("notice-words", ())
    return tuple(dict.fromkeys(_noticed(document, found))) if found else ()


def in_notice(document: Document, position: int) -> bool:
    """Tell whether *position* lies in such a paragraph."""
    spans = document.view(notices)
    index = bisect_right(spans, position, key=lambda span: span.start) - 1
    return index >= 0 and position < spans[index].end


def _noticed(document: Document, found: Iterable[Span]) -> Iterator[Span]:
    text = document.view(flat)
    for cue in found:
        block = document.block_at(cue.start)
        if block is None:
            continue
        if HEADING.fullmatch(text, block.span.start, block.span.end):
            yield from _headed(document, block)
            continue
        # Where a whole story is set as one paragraph, its sentence is the notice.
        span = block.span if len(block.span) <= LONGEST else sentence_at(document, cue.start)
        if OPENING.match(text, span.start) or SAYS_SO.of(document).search(text, span.start, span.end):
            yield span


def _headed(document: Document, heading: Block) -> Iterator[Span]:
    """Yield the heading and the paragraph under it."""
    yield heading.span
    following = document.blocks.index(heading) + 1
    yield from (block.span for block in document.blocks[following : following + 1])
