"""Outlets that speak next door, to which "newspapers reported" and "it is reported" go back."""

from __future__ import annotations

from itertools import islice

from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.flat import flat
from newslint.text.sources.vague_phrases import VaguePhrase, outlet_names
from newslint.text.sources.vouchers import sentences_below, vouchers

NEWSROOM = Worded(r"(?i)\b{newsroom-words}\b")
NAME = lazy_pattern(r"\b[A-Z][\w-]+")

# "According to a new report by the Delmas Herald".
CITED = lazy_pattern(
    r"(?i:\baccording to|\breport (?:by|from|in)) (?i:an? |the )?((?:[\w-]+ ){0,3}[A-Z][\w-]+)"
)


def names_outlet(document: Document, later: Span | None) -> bool:
    """Tell whether an outlet speaks in the next sentence: "newspapers reported. The Delmas Herald said…"."""
    if later is None:
        return False
    text, outlets = document.view(flat), document.lexicon.view(outlet_names)
    names = [voucher.name.cut(text) for voucher in vouchers(document, later)]
    names += [cited[1] for cited in CITED.finditer(text, later.start, later.end)]
    return any(
        NEWSROOM.of(document).search(name) or not outlets.isdisjoint(NAME.findall(name)) for name in names
    )


def reports(document: Document, later: Span | None) -> bool:
    """Tell whether somebody "reported" in the next sentence, to whom "reportedly" goes forward."""
    if later is None:
        return False
    text = document.view(flat)
    return any(each.name.cut(text).endswith(" reported") for each in vouchers(document, later))


# A headline or a lead says "reportedly", and the sentences below it say where.
LEAD, BELOW = 300, 4


def is_reported_below(document: Document, phrase: VaguePhrase) -> bool:
    """Tell whether the copy under a lead names the outlet that has told of it."""
    if phrase.span.start > LEAD:
        return False
    below = islice(sentences_below(document, phrase.span.start), BELOW)
    return any(names_outlet(document, sentence) for sentence in below)


# "It was reported that she would sue. Her lawyer told the Delmas Herald that…"
TOLD = lazy_pattern(r"\btold (?:the )?((?:[A-Z][\w-]+ ?)+)")


def is_told_to_outlet(document: Document, later: Span) -> bool:
    """Tell whether somebody speaks to a named outlet in the next sentence."""
    told = TOLD.search(document.view(flat), later.start, later.end)
    return told is not None and not document.lexicon.view(outlet_names).isdisjoint(told[1].split())
