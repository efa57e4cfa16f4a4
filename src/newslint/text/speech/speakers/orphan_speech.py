"""Orphan speech: paragraphs that are all quotation, of which no reader can tell who speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.core.document import Document
from newslint.core.pattern import lazy_pattern
from newslint.core.span import Span
from newslint.text.flat import flat
from newslint.text.names.people.mentions import placed
from newslint.text.quoting.passages import passages, skeleton
from newslint.text.quoting.quotations import Quotation
from newslint.text.quoting.whole_speech import whole_speech
from newslint.text.speech.cues.cue_verbs import cue_verbs
from newslint.text.speech.speakers.lead_ins import explains, leads_in
from newslint.text.speech.statements.quotation_kinds import is_speech
from newslint.text.speech.statements.statements import statements

# Without a stop inside, a line in quotation marks is a title, unless it has the words of a sentence.
SENTENCE = lazy_pattern(
    r"(?:I|I'm|I've|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[Ii]t|[Yy]ou)\b.*|.*\s(?:I|we|they|he|she|it|you|us|me"
    r"|is|was|were|are|has|had|have|will|would|can|could|do|does|did)\s.*"
)
LEAST_WORDS = 8


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
    for found in document.view(whole_speech):
        if not _is_spoken(document, found.inside):
            continue
        beside = [found.before.span, *([found.ahead] if found.ahead else [])]
        explained = found.after is not None and explains(document, found.after.span)
        if not explained and not any(leads_in(document, span, found.span) for span in beside):
            yield found.span


def _is_spoken(document: Document, inside: Sequence[Quotation]) -> bool:
    """Tell speech from scare quotes."""
    text = document.view(flat)
    return all(
        is_speech(document, found, goes_on=found is not inside[0]) or _is_sentence(found.inner.cut(text))
        for found in inside
    )


def _is_sentence(words: str) -> bool:
    return len(words.split()) >= LEAST_WORDS and SENTENCE.fullmatch(words) is not None
