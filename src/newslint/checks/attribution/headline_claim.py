"""Searches for headlines that state as fact what their story only alleges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.plugin import Block, BlockKind, Check, Document, Problem, Span, lazy_pattern
from newslint.text.cues import cues
from newslint.text.flat import flat, folded

# The lead is where a story says whose claim it is.
LEAD = 2
# What shows in a headline that it is a claim, or a verdict: quotation marks, a colon, a question, a court.
SHOWN = lazy_pattern(
    r"(?i)[:?“”\"‘]|(?<!\w)'|\b(?:says?|said|claims?|claimed|alleg\w+|accus\w+|suspect\w*|charge[sd]?|court|trial|"
    r"jury|judge|guilty|convicted|jailed|sentenced|police|report|reports|study|inquiry|probe|lawsuit|sued|who|not|"
    r"never|denies|deny)\b"
)
DOER = lazy_pattern(r"(?i)\b(?:police|court) $")
ALLEGED = lazy_pattern(
    r"\b(?:alleg\w+|accus\w+|suspect\w*|claims?|claimed|according to|"
    r"charg(?:e[ds]?|ing) (?:[\w'-]+ ){0,4}with)\b"
)
PROVEN = lazy_pattern(r"\b(?:convicted|sentenced|guilty|jailed|admitted|confessed|verdict)\b")


class HeadlineClaim(Check, frozen=True, kw_only=True):
    """Finds deeds that a headline states flatly and the first paragraphs only allege."""

    supplies: ClassVar = {"deed": None}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the words for the deed."""
        for deed in document.view(cues).get("accusations", ()):
            headline = document.block_at(deed.start)
            if headline is None or headline.kind is not BlockKind.HEADLINE:
                continue
            if _is_flat(document, headline, deed) and _is_alleged(document, headline):
                yield Problem(deed, {"deed": deed.cut(document.text)})


def _is_flat(document: Document, headline: Block, deed: Span) -> bool:
    """Tell whether nothing in a headline shows that it is a claim; police who do the deed do not."""
    text = document.view(flat)
    doer = DOER.search(text, headline.span.start, deed.start)
    before = Span(headline.span.start, doer.start() if doer else deed.start)
    return not any(SHOWN.search(part.cut(text)) for part in (before, Span(deed.start, headline.span.end)))


def _is_alleged(document: Document, headline: Block) -> bool:
    """Tell whether the lead alleges what the headline says: they share words, and one is of alleging."""
    text = document.view(folded)
    paragraphs = [block.span for block in document.blocks if block.kind is BlockKind.PARAGRAPH][:LEAD]
    lead = " ".join(span.cut(text) for span in paragraphs)
    if not ALLEGED.search(lead) or PROVEN.search(lead):
        return False
    return len(_words(text, headline.span) & frozenset(re.findall(r"\w{4,}", lead))) > 1


def _words(text: str, span: Span) -> frozenset[str]:
    return frozenset(re.findall(r"\w{4,}", span.cut(text)))
