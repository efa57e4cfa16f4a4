"""Causes: what copy says brought something about, who was behind it, and what it was meant for."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.cues import cues
from newslint.text.flat import flat

# "Was caused by a faulty heater", "were sparked by an attack".
CAUSE = Worded(r" (?:an?|the|his|her|their|its|{beginnings-of-causes})\b")
MISHAP = r"{mishaps}\b"
# "A gas leak caused the explosion"; "a spark that caused the fire" defines it.
BROUGHT_ABOUT = Worded(rf" (?:the|a) (?:(?:[\w-]+ ){{0,2}}{MISHAP}|(?:[\w-]+ ){{1,3}}to {{mishap-verbs}}\b)")
DEFINED = lazy_pattern(r"\b(?:that|which|who|what|to|have|be) $")
# "Designed to silence the press", "aimed at silencing": ends that nobody admits to.
HOSTILE = Worded(r" {hostile-ends}\b")


def causes(document: Document) -> Iterator[Span]:
    """Yield the words that name a cause."""
    text, found = document.view(flat), document.view(cues)
    yield from (hit for hit in found.get("causes", ()) if CAUSE.of(document).match(text, hit.end))
    for hit in found.get("causing-verbs", ()):
        about = BROUGHT_ABOUT.of(document).match(text, hit.end)
        if about and not _defines(text, hit):
            yield Span(hit.start, about.end())


def motives(document: Document) -> Iterator[Span]:
    """Yield the words that name a motive, a hand behind a deed or a hostile end."""
    text, found = document.view(flat), document.view(cues)
    yield from (hit for hit in found.get("motives", ()) if not _defines(text, hit))
    for hit in found.get("aims", ()):
        if end := HOSTILE.of(document).match(text, hit.end):
            yield Span(hit.start, end.end())


def _defines(text: str, hit: Span) -> bool:
    return DEFINED.search(text, max(0, hit.start - 8), hit.start) is not None
