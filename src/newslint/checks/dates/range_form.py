"""Searches for ranges that open with a word and go on with a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span, lazy_pattern
from newslint.text.calendar.dates import dates
from newslint.text.calendar.months import months
from newslint.text.calendar.year_ranges import Joint, year_ranges
from newslint.text.flat import flat

OPENING = lazy_pattern(r"\b(from|between) $", re.IGNORECASE)
DASH = lazy_pattern(r" ?[-–—] ?")
# "from 2010-2012 and 2014-17": what opens the first range opens the next, too.
NEXT = lazy_pattern(r",? (?:and|or) \d|, \d")
# "is to be launched from 2008-2009": at some time of these, and from then on.
AHEAD = lazy_pattern(
    r"\b(?:will|would|should|to be|due|planned|expected|scheduled)\b[^.!?]*\Z", re.IGNORECASE
)
AHEAD_REACH = 160
PARTNERS = {"from": " to ", "between": " and "}


class RangeForm(Check, frozen=True):
    """Compares the word before a range with what stands inside it."""

    starts: ClassVar = (year_ranges, dates, months)
    supplies: ClassVar = dict.fromkeys(("opening", "range", "partner", "change"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each "from" or "between" that a dash answers."""
        text = document.view(flat)
        for span, dash, last in _dashed(document):
            opening = OPENING.search(text, max(0, span.start - 14), span.start)
            if opening and not text.startswith(PARTNERS[opening[1].lower()], span.end):
                yield _problem(document, span, dash, last, opening=Span(opening.start(1), opening.end(1)))


def _dashed(document: Document) -> Iterator[tuple[Span, Span, str]]:
    """Yield each range with its dash, or with the dash and the short year that it joins, told in full."""
    for years in document.view(year_ranges):
        # "from 1945-39" is wrong before it is out of form.
        if years.joint is Joint.DASH and years.first < years.last:
            yield years.span, Span(years.between.start, years.span.end), str(years.last)
    for date in document.view(dates):
        if date.last_span is not None:
            dash = DASH.search(document.view(flat), date.day_span.end, date.last_span.start)
            if dash:
                yield date.core, Span(*dash.span()), ""
    for spans in (
        [date.core for date in document.view(dates)],
        [month.span for month in document.view(months)],
    ):
        for first, last in pairwise(spans):
            if DASH.fullmatch(document.view(flat), first.end, last.start):
                yield first.joined(last), Span(first.end, last.start), ""


def _problem(document: Document, span: Span, dash: Span, last: str, *, opening: Span) -> Problem:
    word = opening.cut(document.text)
    partner = PARTNERS[word.lower()]
    joint = partner + last
    whole = Span(opening.start, span.end)
    change = document.text[whole.start : dash.start] + joint + document.text[dash.end : whole.end]
    return Problem(
        span=whole,
        data={
            "opening": word.lower(),
            "range": span.cut(document.text),
            "partner": partner.strip(),
            "change": change,
        },
        fixes=(Fix((Edit(dash, joint),), _safety(document.view(flat), whole, years=bool(last))),),
    )


def _safety(text: str, whole: Span, *, years: bool) -> Safety:
    """Tell what a fix risks: it takes the first of two ranges, and a plan may begin in one of *years*."""
    before = text[max(0, whole.start - AHEAD_REACH) : whole.start]
    may_begin = years and text[whole.start].lower() == "f" and AHEAD.search(before)
    return Safety.UNSAFE if may_begin or NEXT.match(text, whole.end) else Safety.SAFE
