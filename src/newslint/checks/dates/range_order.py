"""Searches for ranges of years or dates that end before they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from newslint.checks.dates.date_ranges import date_ranges
from newslint.plugin import Check, Document, Edit, Fix, Lexicon, Problem, Safety, Span, Worded, lazy_pattern
from newslint.text.calendar.dates import Date, dates
from newslint.text.calendar.months import months
from newslint.text.calendar.periods import periods
from newslint.text.calendar.year_ranges import Joint, YearRange, year_ranges
from newslint.text.flat import flat
from newslint.text.sentences import sentence_at

BETWEEN_DATES = lazy_pattern(r",? ?(?:[-–—]|to|until|through) ?")
BETWEEN_PERIODS = lazy_pattern(r" ?(?:[-–—]|to|until|through) ?(?:the )?(?:early |mid-|late )?")
BETWEEN_DAYS = lazy_pattern(r"(?:st|nd|rd|th)? ?(?:[-–—]|to|until|through) ?")
# "moved its exit " + "from " + "2038 to 2030"; the verb stands within a few words, or after the range.
FROM = lazy_pattern(r"\bfrom (?:the )?$", re.IGNORECASE)
MOVED_AFTER = Worded(r"[^;\n]{0,60}\b{rescheduled-participles}\b")
# "comparing " + "2021 to 2019", "2021 to 2019" + " comparison"
COMPARED = lazy_pattern(r"\b[Cc]ompar(?:es?|ed|ing)\b[^.;\n]{0,40}$")
COMPARISON = lazy_pattern(r" compari")
# A leap back in time: "the show goes back from 2010 to 1985".
BACK_FROM = lazy_pattern(r"\bback(?:wards?)? from (?:the )?$", re.IGNORECASE)
REACH = 60
WORD = lazy_pattern(r"[a-z]+")
EARLIEST, LATEST = 1500, 2100
# The figures of two years in full; the last month.
SHORT, LAST_MONTH = 8, 12


class RangeOrder(Check, frozen=True):
    """Compares the two ends of a range in which a month or a year is printed."""

    starts: ClassVar = (year_ranges, dates, months, periods)
    supplies: ClassVar = dict.fromkeys(("range", "change"))

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each range that runs backwards; years with a fix that turns it round."""
        for search in (_of_years, _of_days, _of_dates, _of_months, _of_periods):
            for problem in search(document):
                if not _is_compared(document, problem.span) and not _reports_a_change(document, problem.span):
                    yield problem


def _is_compared(document: Document, span: Span) -> bool:
    text = document.view(flat)
    before = COMPARED.search(text, max(0, span.start - REACH), span.start)
    return bool(before or COMPARISON.match(text, span.end))


def _reports_a_change(document: Document, span: Span) -> bool:
    """Tell the old date and the new ("moved from May 9 to May 2") from a stretch of time."""
    text, sentence = document.view(flat), sentence_at(document, span.start)
    start = FROM.search(text, sentence.start, span.start)
    if start is None:
        return False
    if BACK_FROM.search(text, max(sentence.start, span.start - 20), span.start):
        return True
    before = WORD.findall(text, max(sentence.start, start.start() - REACH), start.start())
    verbs = document.lexicon.view(_verbs_of_rescheduling)
    return not verbs.isdisjoint(before) or bool(MOVED_AFTER.of(document).match(text, span.end, sentence.end))


def _verbs_of_rescheduling(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.words("verbs-of-rescheduling"))


def _of_years(document: Document) -> Iterator[Problem]:
    for found in document.view(year_ranges):
        if found.last >= found.first or not EARLIEST <= found.last <= found.first <= LATEST:
            continue
        if found.joint is Joint.DASH and _may_be_no_year(document, found):
            continue
        change = f"{found.last}{found.between.cut(document.text)}{found.first}"
        data = {"range": found.span.cut(document.text), "change": change}
        yield Problem(found.span, data, (Fix((Edit(found.span, change),), Safety.UNSAFE),))


def _may_be_no_year(document: Document, found: YearRange) -> bool:
    """Tell whether the figures behind the dash may be a month ("2008-07") or a count ("in 2021 — 19 of")."""
    short = len(found.span) - len(found.between) < SHORT
    return short and (found.last % 100 <= LAST_MONTH or " " in found.between.cut(document.view(flat)))


def _of_days(document: Document) -> Iterator[Problem]:
    for date in document.view(dates):
        if date.last_day is None or date.last_span is None or date.last_day >= date.day:
            continue
        between = Span(date.day_span.end, date.last_span.start).cut(document.view(flat))
        if BETWEEN_DAYS.fullmatch(between):
            yield Problem(date.core, {"range": date.core.cut(document.text)})


def _of_dates(document: Document) -> Iterator[Problem]:
    for first, last in document.view(date_ranges):
        if _is_backwards(first, last):
            span = first.span.joined(last.span)
            yield Problem(span, {"range": span.cut(document.text)})


def _of_months(document: Document) -> Iterator[Problem]:
    for first, last in pairwise(document.view(months)):
        between = document.view(flat)[first.span.end : last.span.start]
        if first.year is None or last.year is None or not BETWEEN_DATES.fullmatch(between):
            continue
        if (first.year, first.number) > (last.year, last.number):
            span = first.span.joined(last.span)
            yield Problem(span, {"range": span.cut(document.text)})


def _of_periods(document: Document) -> Iterator[Problem]:
    for first, last in pairwise(document.view(periods)):
        between = document.view(flat)[first.span.end : last.span.start]
        if first.kind is not last.kind or not BETWEEN_PERIODS.fullmatch(between):
            continue
        if first.year is None or last.year is None:
            continue
        if (first.year, first.month) > (last.year, last.month):
            span = first.span.joined(last.span)
            yield Problem(span, {"range": span.cut(document.text)})


def _is_backwards(first: Date, last: Date) -> bool:
    if first.ambiguous or last.ambiguous:
        return False
    if first.year is not None and last.year is not None:
        return (first.year, first.month, first.day) > (last.year, last.month, last.day)
    # "from November to March" runs into the next year; within one month there is no next.
    return first.year is None and first.month == last.month and first.day > last.day
