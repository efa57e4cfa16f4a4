"""Causes: what copy says brought something about, who was behind it, and what it was meant for."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.plugin import Document, Span, lazy_pattern
from newslint.text.cues import cues
from newslint.text.flat import flat

# "Was caused by a faulty heater", "were sparked by an attack".
CAUSE = lazy_pattern(
    r" (?:an?|the|his|her|their|its|bad|faulty|fear|greed|heavy|high|human|lack|low|poor|public|rising)\b"
)
MISHAP = (
    r"(?:accident|avalanche|blackout|blast|blaze|bloodshed|collapse|collision|crash|deaths?|derailment|"
    r"disaster|explosion|fire|flood|flooding|leak|massacre|outage|outbreak|riots?|rioting|sinking|spill|"
    r"stampede|unrest|violence|war)\b"
)
# "A gas leak caused the explosion"; "a spark that caused the fire" defines it.
BROUGHT_ABOUT = lazy_pattern(
    rf" (?:the|a) (?:(?:[\w-]+ ){{0,2}}{MISHAP}|(?:[\w-]+ ){{1,3}}to (?:burn|burst|capsize|collapse|crash|"
    r"derail|explode|overturn|sink)\b)"
)
DEFINED = lazy_pattern(r"\b(?:that|which|who|what|to|have|be) $")
# "Designed to silence the press", "aimed at silencing": ends that nobody admits to.
HOSTILE = lazy_pattern(
    r" (?:appeas|bully|confus|crush|cow|deceiv|discredit|distract|divert attention|divid|embarrass|frighten|"
    r"gag|hid|humiliat|intimidat|muzzl|mislead|provok|punish|sabotag|silenc|stifl|suppress|terroris|terroriz|"
    r"undermin|weaken)(?:e|ing)?\b"
)


def causes(document: Document) -> Iterator[Span]:
    """Yield the words that name a cause."""
    text, found = document.view(flat), document.view(cues)
    yield from (hit for hit in found.get("causes", ()) if CAUSE.match(text, hit.end))
    for hit in found.get("causing-verbs", ()):
        about = BROUGHT_ABOUT.match(text, hit.end)
        if about and not _defines(text, hit):
            yield Span(hit.start, about.end())


def motives(document: Document) -> Iterator[Span]:
    """Yield the words that name a motive, a hand behind a deed or a hostile end."""
    text, found = document.view(flat), document.view(cues)
    yield from (hit for hit in found.get("motives", ()) if not _defines(text, hit))
    for hit in found.get("aims", ()):
        if end := HOSTILE.match(text, hit.end):
            yield Span(hit.start, end.end())


def _defines(text: str, hit: Span) -> bool:
    return DEFINED.search(text, max(0, hit.start - 8), hit.start) is not None
