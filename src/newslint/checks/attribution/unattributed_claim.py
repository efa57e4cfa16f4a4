"""Searches for judgements, predictions and tolls that nobody in reach answers for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

from newslint.plugin import Check, Document, Problem, Span, lazy_pattern
from newslint.text.cues import cues
from newslint.text.flat import flat
from newslint.text.quotations import in_quotation, quotations
from newslint.text.sentences import sentence_at
from newslint.text.vouchers import near, neighbours, vouchers


class Claim(StrEnum):
    """The kinds of claims, named as the lists of their words are."""

    JUDGEMENT = "judgements"
    PREDICTION = "predictions"
    TOLL = "casualties"


class UnattributedClaim(Check, frozen=True, kw_only=True):
    """Finds claims with no source in their sentence or next to it. Columns are left alone."""

    supplies: ClassVar = {"phrase": None, "query": Claim}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the words that make a claim, the first in each sentence."""
        last = Span(0, 0)
        for claim, span in sorted(_claims(document), key=lambda found: found[1]):
            sentence = sentence_at(document, span.start)
            if (
                sentence == last
                or document.view(_is_column)
                or _answered(document, near(sentence, span.start))
            ):
                continue
            last = sentence
            yield Problem(span, {"phrase": span.cut(document.text), "query": claim})


def _claims(document: Document) -> Iterator[tuple[Claim, Span]]:
    text = document.view(flat)
    found = document.view(cues)
    for hit in found.get(Claim.JUDGEMENT.value, ()):
        if not RANKED.search(text[max(0, hit.start - 20) : hit.start]):
            yield Claim.JUDGEMENT, hit
    for hit in found.get(Claim.PREDICTION.value, ()):
        if _foretells(text, hit):
            yield Claim.PREDICTION, hit
    for hit in found.get(Claim.TOLL.value, ()):
        if toll := _toll(document, hit):
            yield Claim.TOLL, toll


# "The world's second most powerful": a table says so.
RANKED = lazy_pattern(r"(?i)\b(?:second|third|fourth|fifth|\d+(?:st|nd|rd|th)|not(?: the)?|of the world's) $")
FORETOLD = lazy_pattern(
    r"(?i)(?<!who )(?:\b(?:is|are|was|were|looks?|looked|seems?|seemed|appears?|appeared)|n't|'s|'re)"
    r"(?: (?:also|now|still|almost|virtually|all but|highly|very|not|therefore|however))* $"
)
# What is on a timetable is no prophecy.
SCHEDULED = lazy_pattern(
    r" (?:attend|begin|consider|continue|debate|discuss|host|meet|raise|remain|return|start|visit|vote)\b"
)
QUESTIONED = lazy_pattern(r"(?i)\b(?:whether|if)\b[^.;]{0,60}$")


def _foretells(text: str, hit: Span) -> bool:
    before = text[max(0, hit.start - 80) : hit.start].rpartition("\n")[2]
    if QUESTIONED.search(before) or SCHEDULED.match(text[hit.end : hit.end + 20]):
        return False
    return hit.cut(text).lower().startswith(("will", "would")) or bool(FORETOLD.search(before))


NUMBER = (
    r"(?:(?:at least|about|around|more than|over|some|nearly|almost|up to|an estimated) )?"
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens|scores|hundreds|thousands)\b"
)
SUFFERED = rf"(?i)\b{NUMBER}(?: [\w-]+){{0,6}} (?:were|have been|had been)(?: reported(?: as)?(?: being)?)? $"
DIED = rf"(?i)\b{NUMBER}(?: [\w-]+){{0,4}} $"
INFLICTED = lazy_pattern(rf"(?i) {NUMBER}(?! (?:percent|per cent|years?|days?|times)\b)")
# A toll of long ago is settled, and one in a defining clause is background.
SETTLED = lazy_pattern(
    r"(?i)\b(?:1[5-9]\d\d|20\d\d|since|ago|wars?|decades?|century|centuries|history|last year)\b"
)


def _toll(document: Document, hit: Span) -> Span | None:
    text = document.view(flat)
    sentence = near(sentence_at(document, hit.start), hit.start)
    if SETTLED.search(sentence.cut(text)):
        return None
    word = hit.cut(text).lower()
    before, after = text[sentence.start : hit.start], text[hit.end : sentence.end]
    if word.endswith("ing"):
        inflicted = before.endswith(", ") and INFLICTED.match(after)
        return Span(hit.start, hit.end + inflicted.end()) if inflicted else None
    suffered = re.search(DIED if word in ("dead", "died", "perished") else SUFFERED, before)
    if not suffered or re.search(r"\b(?:that|which|who|whose)\b", before):
        return None
    return Span(sentence.start + suffered.start(), hit.end)


def _answered(document: Document, sentence: Span) -> bool:
    """Tell whether the sentence quotes somebody, or a source stands in it or next to it."""
    spoken = document.view(quotations)
    index = bisect_right(spoken, sentence.start, key=lambda quotation: quotation.span.end)
    if index < len(spoken) and spoken[index].span.overlaps(sentence):
        return True
    reach = (sentence, *neighbours(document, sentence.start))
    return any(span is not None and vouchers(document, span) for span in reach)


FIRST_PERSON = lazy_pattern(r"\b(?:I|I'm|I've|my|My)\b")


def _is_column(document: Document) -> bool:
    """Tell whether the reporter speaks as "I" outside quotations, and so answers for what is said."""
    found = FIRST_PERSON.finditer(document.view(flat))
    return sum(not in_quotation(document, match.start()) for match in found) > 2
