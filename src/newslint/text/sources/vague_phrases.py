"""Vague phrases: words that ascribe a statement to nobody in particular."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import msgspec

from newslint.core.document import Document
from newslint.core.lexicon import Lexicon
from newslint.core.span import Span
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.sources.vague_feelings import feeling_reading, study_reading
from newslint.text.sources.vague_groups import group_reading, media_reading
from newslint.text.sources.vague_readings import (
    Growth,
    Hit,
    Vagueness,
    belief_reading,
    hearsay_reading,
    opinion_reading,
)
from newslint.text.sources.vague_sources import source_reading

# No phrase reaches further from the word that gives it away.
REACH = 90


class VaguePhrase(msgspec.Struct, frozen=True):
    """A phrase and its kind; *word* is the word of the list that gave it away."""

    span: Span
    kind: Vagueness
    word: str


READINGS: Mapping[Vagueness, Callable[[Hit], Growth]] = {
    Vagueness.BELIEF: belief_reading,
    Vagueness.OPINION: opinion_reading,
    Vagueness.HEARSAY: hearsay_reading,
    Vagueness.SOURCE: source_reading,
    Vagueness.GROUP: group_reading,
    Vagueness.MEDIA: media_reading,
    Vagueness.STUDY: study_reading,
    Vagueness.FEELING: feeling_reading,
}


def vague_phrases(document: Document) -> tuple[VaguePhrase, ...]:
    """Return the vague phrases in the order of the text; of two that overlap, the first."""
    kept: list[VaguePhrase] = []
    for phrase in sorted(_read(document), key=lambda phrase: phrase.span):
        if not kept or kept[-1].span.end <= phrase.span.start:
            kept.append(phrase)
    return tuple(kept)


def _read(document: Document) -> Iterator[VaguePhrase]:
    verbs, outlets = document.lexicon.view(_saying_verbs), document.lexicon.view(outlet_names)
    text = document.view(flat)
    for kind, reading in READINGS.items():
        for span in document.view(cues).get(kind.value, ()):
            word = span.cut(text).lower()
            before = text[max(0, span.start - REACH) : span.start].rpartition("\n")[2]
            after = text[span.end : span.end + REACH].partition("\n")[0]
            if grown := reading(Hit(word, before, after, verbs, outlets, document.lexicon)):
                yield VaguePhrase(Span(span.start - grown[0], span.end + grown[1]), kind, word)


def outlet_names(lexicon: Lexicon) -> frozenset[str]:
    """Return the words by which the names of papers, agencies and stations are known."""
    return frozenset(lexicon.words("outlets"))


def _saying_verbs(lexicon: Lexicon) -> frozenset[str]:
    """Return the verbs that follow a source: of saying and, for groups, of thinking."""
    return frozenset(lexicon.words("vouching-verbs")) | frozenset(lexicon.words("believing-verbs"))
