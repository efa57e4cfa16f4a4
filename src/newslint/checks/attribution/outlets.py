"""Outlets that speak next door, to which "newspapers reported" and "it is reported" go back."""

from __future__ import annotations

from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.flat import flat
from newslint.text.sources.vague_phrases import outlet_names
from newslint.text.sources.vouchers import vouchers

NEWSROOM = Worded(r"(?i)\b{newsroom-words}\b")
NAME = lazy_pattern(r"\b[A-Z][\w-]+")


def names_outlet(document: Document, later: Span | None) -> bool:
    """Tell whether an outlet speaks in the next sentence: "newspapers reported. The Delmas Herald said…"."""
    if later is None:
        return False
    text, outlets = document.view(flat), document.lexicon.view(outlet_names)
    names = [voucher.name.cut(text) for voucher in vouchers(document, later)]
    return any(
        NEWSROOM.of(document).search(name) or not outlets.isdisjoint(NAME.findall(name)) for name in names
    )


# "It was reported that she would sue. Her lawyer told the Delmas Herald that…"
TOLD = lazy_pattern(r"\btold (?:the )?((?:[A-Z][\w-]+ ?)+)")


def is_told_to_outlet(document: Document, later: Span) -> bool:
    """Tell whether somebody speaks to a named outlet in the next sentence."""
    told = TOLD.search(document.view(flat), later.start, later.end)
    return told is not None and not document.lexicon.view(outlet_names).isdisjoint(told[1].split())
