"""Searches for anonymity that is granted without a word on why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import Check, Document, Problem, Span, Worded
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at
from newslint.text.sources.anonymities import anonymities
from newslint.text.sources.vouchers import near, neighbours

# "…because she was not authorised to speak": right after the words.
REASON = Worded(
    r"(?i)[^.]{0,40}?\b(?:{reasons-for-anonymity}|because|since|due to|owing to|given|{words-of-citing}|"
    "in (?:keeping|line) with|under|in order to|as (?:he|she|they|it|the|his|her|their|no)|"
    r"over (?:\w+ )?(?:concerns?|fears?)|out of (?:concern|fear)|for fear|so (?:as to|that|they|"
    r"he|she)|for (?:his |her |their )?{goods-of-anonymity}|to {ends-of-anonymity})\b"
)
# "An official who was not allowed to speak…": anywhere near.
BAR = Worded(r"(?i)\b{bars-to-speaking}\b")


class AnonymousWithoutReason(Check, frozen=True, kw_only=True):
    """Finds "on condition of anonymity" and its like where no reason stands near."""

    starts: ClassVar = (anonymities,)
    supplies: ClassVar = {"phrase": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the words that grant anonymity where nothing explains it."""
        for phrase in document.view(anonymities):
            if not _explained(document, phrase):
                yield Problem(phrase, {"phrase": phrase.cut(document.text)})


def _explained(document: Document, phrase: Span) -> bool:
    text = document.view(flat)
    sentence = near(sentence_at(document, phrase.start), phrase.start)
    _, later = neighbours(document, phrase.start)
    if REASON.of(document).match(text[phrase.end : sentence.end]):
        return True
    return any(reach and BAR.of(document).search(reach.cut(text)) for reach in (sentence, later))
