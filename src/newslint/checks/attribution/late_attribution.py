"""Searches for new speakers who are named only after several sentences of their speech."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.plugin import Check, Document, Problem, Span, lazy_pattern
from newslint.text.sentences import sentences
from newslint.text.speech.statements.manners import Manner, manner
from newslint.text.speech.statements.statements import Statement, statements

NAME = lazy_pattern(r"\b[A-Z][\w'’-]{2,}")
# Whom "the" and "his" introduce, the reader has met.
KNOWN = lazy_pattern(r"(?i)(?:the|that|this|his|her|their)\b")
PRONOUNS = frozenset({"", "he", "she", "they", "it", "i", "we"})
MOST_COUNTED = 20


class LateAttribution(Check, frozen=True, kw_only=True):
    """Finds quotations that open a paragraph and run on before it says who, new to the reader, speaks."""

    most: Annotated[int, Meta(ge=1, description="Quoted sentences allowed before the speaker.")] = 1
    least_words: Annotated[
        int, Meta(ge=1, description="A shorter quotation is over before its speaker is missed.")
    ] = 12

    starts: ClassVar = (statements,)
    supplies: ClassVar = {"count": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the word of saying that comes late."""
        for found in document.view(statements):
            if (
                found.cue
                and _is_worded(document, found.cue)
                and self._is_late(document, found)
                and _is_new(document, found)
            ):
                yield Problem(found.cue, {"count": str(_sentences_in(document, found.content[0]))})

    def _is_late(self, document: Document, found: Statement) -> bool:
        """Tell whether much direct speech opens the paragraph of a statement, before its cue."""
        first = found.content[0]
        return (
            _opens_paragraph(document, found)
            and _sentences_in(document, first) > self.most
            and len(first.cut(document.text).split()) >= self.least_words
            and manner(document, found.content) is Manner.DIRECT
        )


def _is_worded(document: Document, cue: Span) -> bool:
    """Tell a word of saying from the dash of a signature, which is where it belongs."""
    return any(map(str.isalnum, cue.cut(document.text)))


def _is_new(document: Document, found: Statement) -> bool:
    """Tell whether the speaker is no "he" or "the senator", and has no name that stands further up."""
    words = found.source.cut(document.text) if found.source else ""
    # "The independent Vermont senator": no name, whatever capitals it has.
    if KNOWN.match(words) and words.split()[-1].islower():
        return False
    names = NAME.findall(words.partition(",")[0]) or NAME.findall(words)
    if names:
        return names[-1] not in document.text[: found.content[0].start]
    return words.lower() not in PRONOUNS and not KNOWN.match(words)


def _opens_paragraph(document: Document, found: Statement) -> bool:
    """Tell whether what is said opens the paragraph in which the cue stands behind it."""
    first, cue = found.content[0], found.cue
    block = document.block_at(cue.start) if cue and cue.start >= first.end else None
    return block is not None and block.span.start <= first.start <= block.span.start + 1


def _sentences_in(document: Document, quotation: Span) -> int:
    spans = document.view(sentences)
    first = spans.first_from(quotation.start - 1)
    return min(MOST_COUNTED, max(0, spans.first_from(quotation.end) - first))
