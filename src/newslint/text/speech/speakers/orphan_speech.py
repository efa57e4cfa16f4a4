"""Orphan speech: paragraphs that are all quotation, of which no reader can tell who speaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newslint.core.document import BlockKind, Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.flat import flat
from newslint.text.names.people.mentions import placed
from newslint.text.quoting.passages import is_title_case, passages, skeleton
from newslint.text.quoting.quotations import Quotation, in_quotation, quotations
from newslint.text.speech.cues.cue_verbs import cue_verbs
from newslint.text.speech.speakers.lead_ins import explains, leads_in
from newslint.text.speech.statements.quotation_kinds import is_speech
from newslint.text.speech.statements.statements import statements
from newslint.text.words import everywhere

# "And: “…”"; before it, whole sentences may stand.
WHOLE_SPEECH = lazy_pattern(
    r"([^“”\n]*[.!?]\s)??(?:(?:And|But|Or|So|Then|Also|Again)[,:]?\s)?(?:“[^”]*”[\s.,;—–-]*)+"
)
BEHIND = lazy_pattern(r"[\s.,;—–-]*")
# Without a stop inside, a line in quotation marks is a title, unless it has the words of a sentence.
SENTENCE = lazy_pattern(
    r"(?:I|I'm|I've|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[Ii]t|[Yy]ou)\b.*|.*\s(?:I|we|they|he|she|it|you|us|me"
    r"|is|was|were|are|has|had|have|will|would|can|could|do|does|did)\s.*"
)
LEAST_WORDS = 8
# A display quotation says again what stands in its own story, and no story is longer.
REACH = 50_000
# It may be cut behind so many letters, where it says again what running copy has.
CUT = 40


def orphan_speech(document: Document) -> tuple[Span, ...]:
    """Return the speech whose speaker stands neither in its paragraph nor in the ones beside it.

    Speech that an earlier speaker can be read to go on with is not among it, nor is speech after a
    sentence about a person.
    """
    found = tuple(_orphans(document))
    # They hold a tenth of what linting a story holds, and of all rules those on speech without a speaker come
    # last to ask for them.
    document.forget(skeleton, passages, cue_verbs, statements, placed)
    return found


def _orphans(document: Document) -> Iterator[Span]:
    text = document.view(skeleton)
    speech = document.view(quotations)
    starts = [found.span.start for found in speech]
    blocks = document.blocks
    for before, block, after in zip(blocks, blocks[1:], [*blocks[2:], None], strict=False):
        inside = speech[bisect_left(starts, block.span.start) : bisect_left(starts, block.span.end)]
        if not inside or block.kind is not BlockKind.PARAGRAPH or before.kind is not BlockKind.PARAGRAPH:
            continue
        whole = _whole_speech(text, block.span)
        if whole is None or not _complete(inside) or not _is_spoken(document, inside):
            continue
        spoken = inside[0].span.joined(inside[-1].span)
        beside = [before.span, *([Span(*whole.span(1))] if whole[1] else [])]
        explained = after is not None and explains(document, after.span)
        if not explained and not any(leads_in(document, span, spoken) for span in beside):
            yield spoken


def _whole_speech(text: str, block: Span) -> re.Match[str] | None:
    # Most paragraphs end otherwise, and are not read from their start.
    close = text.rfind("”", block.start, block.end)
    if close < 0 or not BEHIND.fullmatch(text, close + 1, block.end):
        return None
    return WHOLE_SPEECH.fullmatch(text, block.start, block.end)


def _complete(inside: Sequence[Quotation]) -> bool:
    """Tell whether the speech starts and ends in its paragraph, with all its marks."""
    return not inside[0].carries_on and all(found.inner.end < found.span.end for found in inside)


def _is_spoken(document: Document, inside: Sequence[Quotation]) -> bool:
    """Tell speech from titles and scare quotes, and from what a display quotation says again."""
    text = document.view(flat)
    if is_title_case(text, inside[0].inner):
        return False
    return not _is_said_again(document, inside[0].inner) and all(
        is_speech(document, found, goes_on=found is not inside[0]) or _is_sentence(found.inner.cut(text))
        for found in inside
    )


def _is_said_again(document: Document, words: Span) -> bool:
    """Tell whether words stand in the story once more, or open so in running copy or a quotation."""
    text = document.view(flat)
    whole, start = words.cut(text), max(0, words.start - REACH)
    places = (start + at for at in everywhere(text[start : words.end + REACH], whole[:CUT]))
    return any(
        text.startswith(whole, place) or _is_running(document, place)
        for place in places
        if place != words.start
    )


def _is_running(document: Document, position: int) -> bool:
    block = document.block_at(position)
    return in_quotation(document, position) or (block is not None and block.span.start < position)


def _is_sentence(words: str) -> bool:
    return len(words.split()) >= LEAST_WORDS and SENTENCE.fullmatch(words) is not None
