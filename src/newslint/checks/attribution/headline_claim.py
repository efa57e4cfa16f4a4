"""Searches for headlines that state as fact what their story only alleges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from newslint.checks.attribution.predictions import predictions
from newslint.plugin import Block, BlockKind, Check, Document, Problem, Span, Worded, WordSet, lazy_pattern
from newslint.text.cues import cues
from newslint.text.flat import flat, folded

# The lead is where a story says whose claim it is.
LEAD = 2
# What shows in a headline that it is a claim, or a verdict: quotation marks, a colon, a question, a court.
SHOWN = Worded(r"(?i)[:?“”\"‘]|(?<!\w)'|\b(?:{headline-attribution}|who|not|never)\b")
DOER = Worded(r"(?i)\b{court-and-police} $")
ALLEGED = Worded(r"\b(?:{words-of-allegation}|charg(?:e[ds]?|ing) (?:[\w'-]+ ){0,4}with)\b")
FORESEEN = Worded(r"\b(?:could|may|might|{words-of-forecast})\b")
PROVEN = Worded(r"\b{words-of-conviction}\b")
# "Woman stabbed in park" tells what was done to her; "stole" and "took bribes" are nobody's fate.
UNDERGONE = lazy_pattern(
    r"(?i)\w+ed(?:$|\n|[,.;–—-]| (?:again|after|and|as|at|before|by|during|for|from|in|inside|near|of|on|"
    r"outside|over|since|to|twice|under|while|with|\d+)\b)"
)
# What people do by themselves or to things accuses without an object, too: "votes were rigged".
OBJECTLESS = WordSet("deeds-without-victim")
# Nobody is accused where nobody is named.
NAMELESS = Worded(r"(?i)\b{nameless-culprits} $")


class HeadlineClaim(Check, frozen=True, kw_only=True):
    """Finds deeds, blame and forecasts that a headline states flatly and the first paragraphs only allege."""

    supplies: ClassVar = {"deed": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the words for the deed, the blame or the forecast."""
        headline = next((block for block in document.blocks if block.kind is BlockKind.HEADLINE), None)
        if headline is None:
            return
        for claim, allegation in _claims(document, headline.span):
            if _is_flat(document, headline, claim) and _is_alleged(document, headline, allegation):
                yield Problem(claim, {"deed": claim.cut(document.text)})


def _claims(document: Document, headline: Span) -> Iterator[tuple[Span, re.Pattern[str]]]:
    """Yield what a headline claims, with the words by which a lead would only allege it."""
    text, found = document.view(flat), document.view(cues)
    for deed in _inside(found.get("accusations", ()), headline):
        undergone = UNDERGONE.match(text, deed.start) and deed.cut(text).lower() not in OBJECTLESS.of(
            document
        )
        if not undergone:
            yield deed, ALLEGED.of(document)
    yield from (
        (claim, ALLEGED.of(document)) for claim in _inside(found.get("headline-claims", ()), headline)
    )
    if any(_inside(found.get(name, ()), headline) for name in ("predictions", "outcomes")):
        yield from (
            (forecast, FORESEEN.of(document)) for forecast in _inside(predictions(document), headline)
        )


def _inside(spans: Iterable[Span], headline: Span) -> tuple[Span, ...]:
    return tuple(span for span in spans if headline.contains(span))


def _is_flat(document: Document, headline: Block, deed: Span) -> bool:
    """Tell whether nothing in a headline shows that it is a claim; police who do the deed do not."""
    text = document.view(flat)
    if NAMELESS.of(document).search(text, headline.span.start, deed.start):
        return False
    doer = DOER.of(document).search(text, headline.span.start, deed.start)
    before = Span(headline.span.start, doer.start() if doer else deed.start)
    return not any(
        SHOWN.of(document).search(part.cut(text)) for part in (before, Span(deed.start, headline.span.end))
    )


def _is_alleged(document: Document, headline: Block, allegation: re.Pattern[str]) -> bool:
    """Tell whether the lead alleges what the headline says: they share words, and one is of alleging."""
    text = document.view(folded)
    paragraphs = [block.span for block in document.blocks if block.kind is BlockKind.PARAGRAPH][:LEAD]
    lead = " ".join(span.cut(text) for span in paragraphs)
    if not allegation.search(lead) or PROVEN.of(document).search(lead):
        return False
    return len(_words(text, headline.span) & frozenset(re.findall(r"\w{4,}", lead))) > 1


def _words(text: str, span: Span) -> frozenset[str]:
    return frozenset(re.findall(r"\w{4,}", span.cut(text)))
