"""Searches for unnamed sources that are not counted, or that are only one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import Check, Document, Problem, Span, Worded, lazy_pattern
from newslint.text.flat import flat
from newslint.text.quoting.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.sources.anonymities import anonymities
from newslint.text.sources.vague_phrases import vague_phrases
from newslint.text.sources.vague_readings import Vagueness

NUMBER = r"two|three|four|five|six|seven|eight|nine|ten|\d+|dozens?|several|multiple|both|others?"
# "The sources" go back to some that were counted.
COUNTED = lazy_pattern(rf"(?i)\b(?:{NUMBER}|the|these|those)(?: [\w'-]+){{0,3}} $")
SEVERAL = Worded(rf"(?i)\b(?:{{counted-sources}}|those|{NUMBER})\b")


# "Radio Delta reported, citing a source": another's source, whom another answers for.
CITED = Worded(r"\b(?:{words-of-citing}|{words-of-having-cited})\b[^.,;]*$")
CITING_REACH = 90


class SourcesPlural(Check, frozen=True, kw_only=True):
    """Finds "sources" in the plural without a number."""

    starts: ClassVar = (vague_phrases,)
    supplies: ClassVar = {"phrase": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the phrases with uncounted sources."""
        text = document.view(flat)
        for span in _unnamed(document):
            words = span.cut(text)
            before = text[max(0, span.start - 40) : span.start].rpartition("\n")[2]
            plural = re.search(r"(?i)\bsources\b", words)
            if plural and not COUNTED.search(before + words[: plural.start()]):
                yield Problem(span, {"phrase": span.cut(document.text)})


class SingleAnonymousSource(Check, frozen=True, kw_only=True):
    """Finds the only unnamed source of a story."""

    starts: ClassVar = (vague_phrases, anonymities)
    supplies: ClassVar = {"phrase": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the words for the source where there is no second, and it is not itself plural."""
        text = document.view(flat)
        granted = document.view(anonymities)
        unnamed = [
            span
            for span in _unnamed(document)
            if not CITED.of(document).search(text[: span.end][-CITING_REACH:])
        ]
        sentences = {sentence_at(document, span.start) for span in (*unnamed, *granted)}
        if len(sentences) == 1:
            sentence = sentences.pop()
            span = (*unnamed, *granted)[0]
            if not SEVERAL.of(document).search(sentence.cut(text)):
                yield Problem(span, {"phrase": span.cut(document.text)})


def _unnamed(document: Document) -> list[Span]:
    return [
        phrase.span
        for phrase in document.view(vague_phrases)
        if phrase.kind is Vagueness.SOURCE and not in_quotation(document, phrase.span.start)
    ]
