"""Searches for sentences that say twice who says so: "said …, saying"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from newslint.plugin import Check, Document, Problem, Related, Span, WordSet, lazy_pattern
from newslint.text.cues import Cued, cues
from newslint.text.flat import flat
from newslint.text.quoting.quotations import in_quotation
from newslint.text.sentences import sentence_at
from newslint.text.sources.vouchers import near

AGAIN = WordSet("second-saying-verbs")
FIRST = WordSet("first-saying-verbs")
# Somebody else may have come in between: "said no, and the team protested, saying…".
ANOTHER = lazy_pattern(
    r"(?i)[,;] (?:and|but|while|as|who|which)\b|\bwhat (?:he|it|she|they) said\b|"
    # "Told people to leave, saying…" gives an order first.
    r"\btold [^,;]{2,50}? to [a-z]"
)
ACCORDING = lazy_pattern(r"(?i)\baccording to (?:the |an? )?([\w'-]+(?: [A-Z][\w'-]+)*)")


class DoubleAttribution(Check, frozen=True, kw_only=True):
    """Finds a second word of saying for the same speaker in one sentence."""

    starts: ClassVar = (Cued(("vouching-verbs",)),)
    supplies: ClassVar = {"second": None, "first": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the second word, with the first."""
        text = document.view(flat)
        verbs = [
            verb
            for verb in document.view(cues).get("vouching-verbs", ())
            if not in_quotation(document, verb.start)
        ]
        for first, second in pairwise(verbs):
            if _repeats(document, first, second):
                yield _problem(text, first, second)
        for verb in verbs:
            if according := _according(document, verb):
                yield _problem(text, *sorted((according, verb)))


def _problem(text: str, first: Span, second: Span) -> Problem:
    data = {"first": first.cut(text), "second": second.cut(text)}
    return Problem(second, data, related=(Related(first, data),))


def _repeats(document: Document, first: Span, second: Span) -> bool:
    text = document.view(flat)
    if first.cut(text) not in FIRST.of(document) or second.cut(text) not in AGAIN.of(document):
        return False
    if sentence_at(document, first.start) != sentence_at(document, second.start):
        return False
    return text[second.start - 2 : second.start] == ", " and not ANOTHER.search(
        text[max(0, first.start - 10) : second.start - 2]
    )


def _according(document: Document, verb: Span) -> Span | None:
    """Find "according to" in the sentence of a verb, where both have one source."""
    text = document.view(flat)
    if verb.cut(text).lower() not in FIRST.of(document):
        return None
    sentence = near(sentence_at(document, verb.start), verb.start)
    match = ACCORDING.search(sentence.cut(text))
    if not match or not text[sentence.start : verb.start].endswith(f" {match[1]} "):
        return None
    return Span(sentence.start + match.start(), sentence.start + match.start() + len("according to"))
