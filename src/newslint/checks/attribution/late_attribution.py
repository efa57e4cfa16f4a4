"""Searches for new speakers who are named only after several sentences of their speech."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Problem, Span, lazy_pattern
from newslint.text.sentences import sentences
from newslint.text.speech.speakers.attributions import Attribution, Manner, attributions

NAME = lazy_pattern(r"\b[A-Z][\w'’-]{2,}")
# Whom "the" and "his" introduce, the reader has met.
KNOWN = lazy_pattern(r"(?i)(?:the|that|this|his|her|their)\b")
PRONOUNS = frozenset({"", "he", "she", "they", "it", "i", "we"})


class LateAttribution(Check, frozen=True, kw_only=True):
    """Finds quotations that open a paragraph and run on before it says who, new to the reader, speaks."""

    most: Annotated[int, Meta(ge=1, description="Quoted sentences allowed before the speaker.")] = 1
    least_words: Annotated[
        int, Meta(ge=1, description="A shorter quotation is over before its speaker is missed.")
    ] = 12

    supplies: ClassVar = {"count": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the word of saying that comes late."""
        for found in document.view(attributions):
            count = _sentences_before(document, found)
            if count > self.most and self._is_long(document, found) and _is_new(document, found):
                yield Problem(found.cue[0], {"count": str(count)})

    def _is_long(self, document: Document, found: Attribution) -> bool:
        return len(found.content[0].cut(document.text).split()) >= self.least_words


def _is_new(document: Document, found: Attribution) -> bool:
    """Tell whether the speaker is no "he" or "the senator", and has no name that stands further up."""
    words = " ".join(span.cut(document.text) for span in found.source)
    # "The independent Vermont senator": no name, whatever capitals it has.
    if KNOWN.match(words) and words.split()[-1].islower():
        return False
    names = NAME.findall(words.partition(",")[0]) or NAME.findall(words)
    if names:
        return names[-1] not in document.text[: found.content[0].start]
    return words.lower() not in PRONOUNS and not KNOWN.match(words)


def _sentences_before(document: Document, found: Attribution) -> int:
    """Count the quoted sentences that stand before the speaker, from the start of the paragraph."""
    if found.manner is not Manner.DIRECT or not found.cue or not found.content:
        return 0
    first, cue = found.content[0], found.cue[0]
    block = document.block_at(cue.start)
    if block is None or not block.span.start <= first.start <= block.span.start + 1 or cue.start < first.end:
        return 0
    return len(_inside(document, first))


def _inside(document: Document, quotation: Span) -> tuple[Span, ...]:
    spans = document.view(sentences)
    first = spans.first_from(quotation.start - 1)
    inside = range(first, min(first + 20, spans.first_from(quotation.end)))
    return tuple(spans[index] for index in inside)
