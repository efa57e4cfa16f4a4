"""Foundings: years in which something began, with the anniversary that it keeps now or in another year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks.dates.year_counts import Claim, Count, ordinal_before
from newslint.plugin import Document, Span, Worded, lazy_pattern
from newslint.text.calendar.story_date import story_date
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at

YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\w-]|[.,]\d)"
NAMED = lazy_pattern(rf"(?<![\w.,$£€:/-]){YEAR}")
BEGAN = "{founding-participles}"
NOW = "(?:{marking-verbs}s|is {marking-forms})"
KEEPS = rf"(?:this year |now )?(?:(?P<now>{NOW})|(?:will )?{{marking-forms}}) (?:its|their) $"
# "Founded in 1901, the club marks its " + "150th": what stands between is no other's, as in "the club's
# ground" or "the league in which the club".
BEGUN_FIRST = Worded(
    rf"{BEGAN} in (?P<year>{YEAR}), "
    rf"(?:(?!(?:which|that|who|whose|when|where|as|and|of|in|at)\b)[\w-]+ ){{1,6}}?{KEEPS}",
    re.IGNORECASE,
)
# "The club, founded in 1901, marks its " + "150th", "was founded in 1901 and marks its " + "150th"
BEGUN = Worded(rf"\b{BEGAN} in (?P<year>{YEAR}),? (?:and )?{KEEPS}", re.IGNORECASE)
# "Married in 1976, the couple marked their 60th " + "wedding " + "anniversary"
WEDDING, MARRIED = "wedding ", "married"
# Of the founding, and not of a title or a partnership.
BEHIND = lazy_pattern(
    rf"(?:anniversary|birthday)(?= (?P<soon>this (?:year|month|week|weekend|spring|summer|autumn|fall|winter)"
    rf"|last (?:month|week|weekend)|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    rf"| in (?P<year>{YEAR})|[.,;:]|$|\n| with\b| on [A-Z])"
)


def ordinal_of(document: Document, cue: Span) -> Count | None:
    """Return the number of the "50th " or the "50th wedding " before an anniversary."""
    return ordinal_before(document, cue.start - len(WEDDING) * _is_of_wedding(document, cue))


def _is_of_wedding(document: Document, cue: Span) -> bool:
    return document.view(flat).endswith(WEDDING, 0, cue.start)


def founding(document: Document, cue: Span, count: Count) -> Iterator[Claim]:
    """Yield "Founded in 1901, the club marks its 150th anniversary", in a printed year or the story's."""
    text, sentence = document.view(flat), sentence_at(document, cue.start)
    began = BEGUN_FIRST.of(document).match(text, sentence.start, count.start) or BEGUN.of(document).search(
        text, sentence.start, count.start
    )
    behind = BEHIND.match(text, cue.start, sentence.end) if began else None
    if not began or not behind:
        return
    # "A couple in a house built in 1976 marked their 60th wedding anniversary".
    if _is_of_wedding(document, cue) and not began[0].lower().startswith(MARRIED):
        return
    kept = _kept(document, began, behind)
    since = int(began["year"])
    named = {int(year[0]) for year in NAMED.finditer(text, sentence.start, sentence.end)}
    if kept and named <= {since, kept}:
        yield Claim(Span(began.start("year"), cue.end), count, since, frozenset({kept}))


def _kept(document: Document, began: re.Match[str], behind: re.Match[str]) -> int | None:
    told = document.view(story_date)
    if behind["year"]:
        return int(behind["year"])
    return told.year if told and (began["now"] or behind["soon"]) else None
