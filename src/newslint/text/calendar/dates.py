"""Dates: the days of the calendar that a story names, with their parts and the form they are written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

import msgspec

from newslint.core.document import Document
from newslint.core.span import Span
from newslint.text.calendar.almanac import month_number, weekday_number
from newslint.text.calendar.date_patterns import (
    BEFORE_STOP,
    DAY_FIRST,
    FIGURES,
    HYPHEN_AFTER,
    HYPHEN_BEFORE,
    MONTH_FIRST,
    MONTH_NEXT,
    NO_MONTH,
    OWN_STOP,
    PREPOSITION,
    SHORT_YEAR,
    WORD_FIRST,
    YEAR_AFTER,
    YEAR_BEFORE,
)
from newslint.text.calendar.dated_weekdays import days_of_the_week, own_weekdays
from newslint.text.calendar.ordinals import ordinal_number
from newslint.text.cues import cues
from newslint.text.digits import digits
from newslint.text.flat import flat


class DateForm(StrEnum):
    """The order of a date's parts, or the mark between its figures."""

    MONTH_FIRST = "month-first"
    DAY_FIRST = "day-first"
    YEAR_FIRST = "year-first"
    SLASHES = "slashes"
    DOTS = "dots"
    DASHES = "dashes"


class Date(msgspec.Struct, frozen=True):
    """A day as the copy prints it: *core* from its first part to its last, *span* with the weekday.

    *last_day* is the end of a range ("Sept. 3-5") or a list ("Sept. 3, 4 and 5"). *weekday* is set where the
    date has one of its own, *last_weekday* where its last day has one, too ("Monday to Friday, June 7-11").
    *worded* tells of more than spaces between the parts, or of a year ahead: "5th of May", "2021 May 5".
    A year of two figures ("Sept. 10, '69", "9/11/01") has a place and no value, as the century is not told.
    Where figures allow two readings, month and day are those of the country that puts the month first.
    """

    span: Span
    core: Span
    form: DateForm
    month: int
    day: int
    month_span: Span
    day_span: Span
    year: int | None = None
    year_span: Span | None = None
    last_day: int | None = None
    last_span: Span | None = None
    ordinal: bool = False
    worded: bool = False
    weekday: int | None = None
    weekday_span: Span | None = None
    last_weekday: int | None = None
    last_weekday_span: Span | None = None

    @property
    def figures(self) -> bool:
        """Tell whether the month is written in figures."""
        return self.form not in (DateForm.MONTH_FIRST, DateForm.DAY_FIRST)

    @property
    def short_year(self) -> bool:
        """Tell whether the year has two figures."""
        return self.year is None and self.year_span is not None

    @property
    def ambiguous(self) -> bool:
        """Tell whether the month may as well be the day."""
        in_doubt = self.month <= 12 and self.day <= 12 and self.month != self.day
        return in_doubt and self.figures and self.form is not DateForm.YEAR_FIRST


def dates(document: Document) -> tuple[Date, ...]:
    """Return the dates in the order of the text."""
    text = document.view(flat)
    found = document.view(cues)
    written = [*_in_words(document, found.get("months", ())), *_in_figures(text, document.view(digits))]
    written.sort(key=lambda date: date.span)
    weekdays = days_of_the_week(document)
    return tuple(_with_weekday(text, date, weekdays) for date in written)


def _in_words(document: Document, months: Iterable[Span]) -> Iterator[Date]:
    text, taken = document.view(flat), 0
    for month in months:
        if not text[month.start].isupper() or text[month.start - 1 : month.start] == "/":
            continue
        date = _at_month(document, month, taken)
        if date:
            taken = date.span.end
            yield _with_short_year(text, date)


def _at_month(document: Document, month: Span, taken: int) -> Date | None:
    text = document.view(flat)
    hyphenated = _hyphenated(text, month)
    if hyphenated:
        return hyphenated
    before = _day_before(text, month, taken)
    after = MONTH_FIRST.of(document).match(text, month.end)
    if before and after and not _belongs_before(text, before, after, month):
        before = None
    if before:
        return _day_first(text, before, month)
    return _month_first(text, after, month) if after else _in_ordinals(text, month, taken)


def _with_short_year(text: str, date: Date) -> Date:
    short = SHORT_YEAR.match(text, date.core.end) if date.year_span is None else None
    return msgspec.structs.replace(date, year_span=Span(*short.span(1))) if short else date


def _in_ordinals(text: str, month: Span, taken: int) -> Date | None:
    """Return "the thirty-first of June", but not "the first of May's speeches"."""
    if text[month.start - 2 : month.start] != "f " or NO_MONTH.match(text, month.end):
        return None
    before = WORD_FIRST.search(text, max(taken, month.start - 28), month.start)
    return _day_first(text, before, month) if before else None


def _hyphenated(text: str, month: Span) -> Date | None:
    year = HYPHEN_AFTER.match(text, month.end)
    before = year and HYPHEN_BEFORE.search(text, max(0, month.start - 6), month.start)
    if not before or not year:
        return None
    core = Span(before.start(), year.end())
    return Date(
        span=core,
        core=core,
        form=DateForm.DAY_FIRST,
        month=month_number(text[month.start : month.end]),
        day=int(before[1]),
        month_span=month,
        day_span=Span(*before.span(1)),
        year=int(year[1]),
        year_span=Span(*year.span(1)),
        worded=True,
    )


def _day_before(text: str, month: Span, taken: int) -> re.Match[str] | None:
    # The letter before the space is a figure's, or ends "3rd", "5th", "1st" or "of".
    if text[max(0, month.start - 3) : month.start].rstrip(" ")[-1:] not in tuple("0123456789dhtfy."):
        return None
    before = DAY_FIRST.search(text, max(taken, month.start - 28), month.start)
    return before if before and (not before["stop"] or _owns_stop(text, before, month)) else None


def _owns_stop(text: str, before: re.Match[str], month: Span) -> bool:
    """Tell "on 28. October 2012" from the end of a sentence."""
    opened = BEFORE_STOP.search(text, max(0, before.start() - 8), before.start())
    return opened is not None and YEAR_AFTER.match(text, month.end) is not None


def _belongs_before(text: str, before: re.Match[str], after: re.Match[str], month: Span) -> bool:
    """Decide "on 9 May 11 people" (the day stands before) from "Super Bowl 20 Feb. 7" (after)."""
    if before["ordinal"] or MONTH_NEXT.match(text, after.end("day")):
        return True
    return bool(PREPOSITION.search(text, max(0, before.start() - 8), before.start()))


def _month_first(text: str, after: re.Match[str], month: Span) -> Date:
    """Return "May 3, 2024", and "2024 May 3" with the year before it."""
    ahead = None if after["year"] else YEAR_BEFORE.search(text, max(0, month.start - 16), month.start)
    year = ahead or after
    core = Span(ahead.start("year") if ahead else month.start, after.end())
    return Date(
        span=core,
        core=core,
        form=DateForm.MONTH_FIRST,
        month=month_number(text[month.start : month.end]),
        day=int(after["day"]),
        month_span=month,
        day_span=Span(*after.span("day")),
        year=_number(year, "year"),
        year_span=_place(year, "year"),
        last_day=_number(after, "last"),
        last_span=_place(after, "last"),
        ordinal=bool(after["ordinal"]),
        worded=ahead is not None or " the " in after[0],
    )


def _day_first(text: str, before: re.Match[str], month: Span) -> Date:
    year = YEAR_AFTER.match(text, month.end)
    parts = before.groupdict()
    first = "first" if parts.get("first") else "day"
    stop = OWN_STOP.match(text, month.end)
    core = Span(before.start(first), year.end() if year else stop.end() if stop else month.end)
    word = parts["day"].isalpha() or "-" in parts["day"]
    return Date(
        span=core,
        core=core,
        form=DateForm.DAY_FIRST,
        month=month_number(text[month.start : month.end]),
        day=ordinal_number(before[first]) if word else int(before[first]),
        month_span=month,
        day_span=Span(*before.span(first)),
        year=int(year[1]) if year else None,
        year_span=Span(*year.span(1)) if year else None,
        last_day=int(before["day"]) if first == "first" else None,
        last_span=Span(*before.span("day")) if first == "first" else None,
        ordinal=word or bool(parts["ordinal"]),
        worded=word or bool(parts["of"]),
    )


def _in_figures(text: str, figures: Iterable[Span]) -> Iterator[Date]:
    for run in figures:
        match = FIGURES.match(text, run.start) if text[run.end : run.end + 1] in ("-", "/", ".") else None
        if not match:
            continue
        if match["year"]:
            yield _figures(match, DateForm.YEAR_FIRST, month="month", day="day", year="year")
        elif match["two"]:
            yield from _of_two(match, DateForm.SLASHES, first="one", second="two", year="slashed")
        elif match["opening"]:
            yield from _of_two(match, DateForm.DOTS, first="opening", second="opened", year=None)
        elif match["three"]:
            yield from _of_two(match, DateForm.DOTS, first="one", second="three", year="dotted")
        else:
            yield from _of_two(match, DateForm.DASHES, first="first", second="second", year="dashed")


def _of_two(
    match: re.Match[str], form: DateForm, *, first: str, second: str, year: str | None
) -> Iterator[Date]:
    """Yield the date of two figures of which one may be the month; dots are no American form."""
    one, two = int(match[first]), int(match[second])
    if one <= 12 and (form is DateForm.SLASHES or two > 12):
        yield _figures(match, form, month=first, day=second, year=year)
    elif two <= 12:
        yield _figures(match, form, month=second, day=first, year=year)


def _figures(match: re.Match[str], form: DateForm, *, month: str, day: str, year: str | None) -> Date:
    core = Span(*match.span())
    return Date(
        span=core,
        core=core,
        form=form,
        month=int(match[month]),
        day=int(match[day]),
        month_span=Span(*match.span(month)),
        day_span=Span(*match.span(day)),
        year=int(match[year]) if year and len(match[year]) == 4 else None,
        year_span=Span(*match.span(year)) if year else None,
    )


def _with_weekday(text: str, date: Date, weekdays: Sequence[Span]) -> Date:
    inner = (date.day_span.end, date.last_span.start) if date.last_span else None
    spans = own_weekdays(text, date.core, weekdays, year=date.year is not None, inner=inner)
    if not spans:
        return date
    first, last = spans[0], spans[-1] if len(spans) > 1 else None
    return msgspec.structs.replace(
        date,
        span=date.core.joined(first),
        weekday=weekday_number(first.cut(text)),
        weekday_span=first,
        last_weekday=weekday_number(last.cut(text)) if last else None,
        last_weekday_span=last,
        # "Monday 7 to Friday 11 June"
        worded=date.worded or (last is not None and last.start > date.core.start),
    )


def _number(match: re.Match[str], group: str) -> int | None:
    return int(match[group]) if match[group] else None


def _place(match: re.Match[str], group: str) -> Span | None:
    return Span(*match.span(group)) if match[group] else None
