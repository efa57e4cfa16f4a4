"""Searches for arrests that are told as guilt: "arrested for murdering"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import Check, Document, Edit, Fix, Lexicon, Problem, Safety, Span, lazy_pattern
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at
from newslint.text.trie import bounded, trie_pattern

# "Arrested on Monday for stabbing": a few words may stand between.
LINK = r"(?:[^.;:“\"\n]{0,40}?) (for|over|after) "
GUILTY = lazy_pattern(
    r"(?i)\b(?:convict\w+|sentenced|guilty|admitted|confess\w+|pleaded|pled|jailed|imprisoned|fined)\b"
)


class AllegationAsFact(Check, frozen=True, kw_only=True):
    """Finds arrests and charges "for" a crime in the -ing form, which says that it was done."""

    supplies: ClassVar = {"verb": None, "phrase": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the words that say so; a conviction in the sentence makes them true."""
        text = document.view(flat)
        pattern = document.lexicon.view(_deed)
        for verb in document.view(cues).get("arrest-verbs", ()):
            sentence = sentence_at(document, verb.start)
            deed = pattern.match(text, verb.end, sentence.end)
            if deed and not GUILTY.search(sentence.cut(text)):
                link, span = Span(*deed.span(1)), Span(deed.start(1), deed.end())
                data = {"verb": verb.cut(document.text), "phrase": span.cut(document.text)}
                yield Problem(span, data, fixes=tuple(_fixes(link, text)))


def _fixes(link: Span, text: str) -> Iterator[Fix]:
    if link.cut(text) != "after":
        yield Fix((Edit(link, "on suspicion of"),), Safety.SUGGESTION)


def _deed(lexicon: Lexicon) -> re.Pattern[str]:
    """Compile what may follow the verb: a link and a crime."""
    return lazy_pattern(LINK + bounded(trie_pattern(lexicon.words("crime-gerunds"))))
