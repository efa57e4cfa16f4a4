"""Told lengths: lengths of time that stand right before or behind their beginning and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.plugin import Document, Span, lazy_pattern
from newslint.text.figures.durations import Duration, durations_in
from newslint.text.flat import folded
from newslint.text.sentences import sentence_at
from newslint.text.words import words

# "from 8 p.m. to 11 p.m." + ", a " + "three-hour wait", + ", lasting " + "three hours"
LEAD = lazy_pattern(
    r"(?:,|,? -|,? ?[–—]|,? ?\()? ?"
    r"(?:(?:for|lasting|i\.e\.|that is|a total of|a span of|a period of|which is|or|all|the|an?) ){0,3}"
)
CLOSED = lazy_pattern(r" ?[.,;:)–—]| -|$| (?:in all|in total|altogether|long)(?!\w)")
# "three-hour" + " talks," but not "three-hour" + " shifts"; "three hours" + " of talks, "
THING = lazy_pattern(
    r"(?: (?!(?:before|after|later|earlier|late|ago|apart|or|and|to|than)(?!\w))[a-z-]+){0,3}"
)
# "three-hour" + " hearing, from " + "9 a.m. to noon", "three hours" + ", from " + "9 a.m. to noon"
JOINT = lazy_pattern(
    r"(?P<thing>(?: (?!(?:of|before|after|later|earlier|late|ago|apart|to|than|each|every|daily|and|or)"
    r"(?!\w))[a-z'-]+){0,4}?)(?P<mark>,| \(|:| [–—-])? ?"
    r"(?:(?:which |that |will )?(?:run|runs|ran|running|lasting|held|set|scheduled|open|planned|lasts|"
    r"lasted|takes place|took place|begin|begins|began|start|starts|started) )?"
    r"(?P<way>from |between |on |at )?(?:the )?"
)
MANY = lazy_pattern(r"s(?: [a-z]+)?$")
HEDGED = lazy_pattern(
    r"(?<!\w)(?:about|around|nearly|almost|roughly|over|under|than|up to|at least|at most|some|extra|every|"
    r"another|first|last|next|further|additional|to|for) $"
)
REACH, HEDGE = 64, 16


def told_lengths(document: Document, span: Span, units: frozenset[str]) -> Iterator[Duration]:
    """Yield the length in those units that stands beside a stretch of time and is that of all of it."""
    lower, sentence = document.view(folded), sentence_at(document, span.start)
    near = Span(max(sentence.start, span.start - REACH), min(sentence.end, span.end + REACH))
    for told in durations_in(document, near):
        if units.issuperset(told.units) and _is_of(lower, told, span):
            yield told


def _is_of(lower: str, told: Duration, span: Span) -> bool:
    """Tell whether the length is that of the stretch."""
    hedge = HEDGED.search(lower, max(0, told.span.start - HEDGE), told.span.start)
    if hedge is not None and hedge[0] != "for ":
        return False
    return _follows(lower, span, told) or _leads(lower, told, span, counted=hedge is not None)


def _follows(lower: str, span: Span, told: Duration) -> bool:
    lead = LEAD.fullmatch(lower, span.end, told.span.start) if told.span.start >= span.end else None
    if lead is None or lead[0] == " ":
        return False
    thing = THING.match(lower, told.span.end)
    return thing is not None and _is_closed(lower, told, thing.end(), hyphened=_is_hyphened(lower, told))


def _is_closed(lower: str, told: Duration, end: int, *, hyphened: bool) -> bool:
    """Tell whether nothing follows that would make another thing of the length."""
    return CLOSED.match(lower, end if hyphened else told.span.end) is not None


def _leads(lower: str, told: Duration, span: Span, *, counted: bool) -> bool:
    """Tell "the three-hour talks, from …" from "for three hours between …", which may be any of them."""
    joint = JOINT.fullmatch(lower, told.span.end, span.start) if told.span.end <= span.start else None
    if joint is None or not (joint["mark"] or joint["way"]):
        return False
    hyphened = _is_hyphened(lower, told)
    if hyphened and MANY.search(joint["thing"]):
        return False
    within = joint["way"] == "between " and (counted or not hyphened)
    return not within and (hyphened or bool(joint["mark"]) or not joint["thing"])


def _is_hyphened(lower: str, told: Duration) -> bool:
    return "-" in told.span.cut(lower)


def has_cues(document: Document, cues: Iterable[str]) -> bool:
    """Tell whether a story has one of the words at all."""
    return not document.view(words).keys().isdisjoint(cues)
