"""Date forms: how a house writes a date, and any date rewritten that way."""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec

from newslint.core.pattern import lazy_pattern
from newslint.core.problem import Edit
from newslint.core.span import Span
from newslint.text.calendar.almanac import MONTHS
from newslint.text.calendar.articles import with_article
from newslint.text.calendar.dates import Date, DateForm
from newslint.text.calendar.ordinals import ordinal_letters

# The short forms of the American agencies, which leave March to July alone.
AGENCY_MONTHS = (
    *("Jan.", "Feb.", "March", "April", "May", "June"),
    *("July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
)
LEAD_IN = (",", "")
EACH_DAY = lazy_pattern(r"([0-9]+)(?:st|nd|rd|th)?")
COPY_AFTER = lazy_pattern(r" [\w“\"‘]")
# "the " + "Aug. 2, 1990" + ", invasion"
ARTICLE_BEFORE = lazy_pattern(r"\b(?:the|an?|this|that|his|her|its|their|\w+'s) $", re.IGNORECASE)
NOUN_AFTER = lazy_pattern(r", [a-z]")


class Order(StrEnum):
    """Which part of a date comes first."""

    MONTH_FIRST = "month-first"
    DAY_FIRST = "day-first"


class Months(StrEnum):
    """How a month is written beside a day: as American agencies shorten it, so without stops, and so on."""

    AGENCY = "agency"
    BARE = "bare"
    FULL = "full"
    THREE = "three"


class Ordinals(StrEnum):
    """Whether the day takes the letters of an ordinal."""

    ALWAYS = "always"
    NEVER = "never"


class Comma(StrEnum):
    """Whether a comma stands at a place."""

    ALWAYS = "always"
    NEVER = "never"


class HouseForm(msgspec.Struct, frozen=True):
    """The form a house gives its dates; what is None is left as it is."""

    order: Order | None = None
    months: Months | None = None
    ordinals: Ordinals | None = None
    year_comma: Comma | None = None
    weekday_comma: Comma | None = None


def rewritten(text: str, date: Date, form: HouseForm) -> str:
    """Return the date in that form; every part it has keeps its value."""
    if date.weekday_span is None:
        return _core(text, date, form)
    if date.weekday_span.start > date.core.start:
        return _core(text, date, form) + text[date.core.end : date.span.end]
    joint = text[date.weekday_span.end : date.core.start]
    stop = "." * joint.startswith(".")
    joint = joint.removesuffix("the ")
    comma = _weekday_comma(date, form)
    if comma and joint.removeprefix(stop).strip() in LEAD_IN:
        joint = stop + (", " if comma is Comma.ALWAYS else " ")
    return date.weekday_span.cut(text) + joint + _core(text, date, form)


def _weekday_comma(date: Date, form: HouseForm) -> Comma | None:
    """Return whether a comma follows the weekday; a date turned round to the month first takes one."""
    turned = form.order is Order.MONTH_FIRST and order_of(date) is not Order.MONTH_FIRST
    return form.weekday_comma or (Comma.ALWAYS if turned else None)


def in_copy(text: str, date: Date, form: HouseForm) -> Edit:
    """Put the date in that form, with the article and the comma that it wants."""
    return with_article(text, _set_off(text, date, form))


def _set_off(text: str, date: Date, form: HouseForm) -> Edit:
    """Put the date in that form; a year that now follows a comma takes another before more copy.

    "The Aug. 2, 1990, invasion" loses both; any other closing comma may be that of a clause, and stays.
    """
    change, span = rewritten(text, date, form), date.span
    set_off = date.year is not None and change.endswith(f", {date.year}")
    if set_off and not _has_comma(text, date) and COPY_AFTER.match(text, span.end):
        return Edit(span, f"{change},")
    loose = _has_comma(text, date) and not set_off and NOUN_AFTER.match(text, span.end)
    if loose and ARTICLE_BEFORE.search(text, max(0, span.start - 12), span.start):
        return Edit(Span(span.start, span.end + 1), change)
    return Edit(span, change)


def form_of(text: str, date: Date) -> HouseForm:
    """Return what the date shows of its house's form."""
    return HouseForm(
        order=order_of(date),
        months=month_length(text, date),
        ordinals=Ordinals.ALWAYS if date.ordinal else Ordinals.NEVER,
    )


def order_of(date: Date) -> Order | None:
    """Return the order of a date whose month is a word."""
    if date.form is DateForm.MONTH_FIRST:
        return Order.MONTH_FIRST
    return Order.DAY_FIRST if date.form is DateForm.DAY_FIRST else None


def month_length(text: str, date: Date) -> Months | None:
    """Tell whether the month is written in full or shortened; None where agencies write it in full too."""
    if date.month_span.cut(text).lower() != MONTHS[date.month - 1].lower():
        return Months.AGENCY if _has_stop(text, date) else Months.BARE
    return Months.FULL if AGENCY_MONTHS[date.month - 1].endswith(".") else None


def month_written(text: str, date: Date, months: Months | None) -> str:
    """Return the month in that form, in capitals where it stands in capitals."""
    printed = date.month_span.cut(text)
    if months is None and not date.figures:
        return printed + "." * _has_stop(text, date)
    return month_named(date.month, months or Months.FULL, like=printed)


def month_named(month: int, months: Months, *, like: str) -> str:
    """Return the name of a month in that form, in capitals where *like* is."""
    agency, full = AGENCY_MONTHS[month - 1], MONTHS[month - 1]
    forms = {Months.AGENCY: agency, Months.BARE: agency.rstrip("."), Months.THREE: full[:3]}
    word = forms.get(months, full)
    return word.upper() if like.isupper() else word


def _core(text: str, date: Date, form: HouseForm) -> str:
    order = form.order or order_of(date) or Order.MONTH_FIRST
    month = month_written(text, date, form.months)
    days = _days(text, date, form)
    year = _year(text, date, form, order=order)
    return f"{month} {days}{year}" if order is Order.MONTH_FIRST else f"{days} {month}{year}"


def _days(text: str, date: Date, form: HouseForm) -> str:
    ordinal = date.ordinal if form.ordinals is None else form.ordinals is Ordinals.ALWAYS
    if date.last_span is None:
        return _day(date.day, ordinal=ordinal)
    days = date.day_span.joined(date.last_span)
    return EACH_DAY.sub(lambda found: _day(int(found[1]), ordinal=ordinal), days.cut(text))


def _day(day: int, *, ordinal: bool) -> str:
    return f"{day}{ordinal_letters(day)}" if ordinal else str(day)


def _year(text: str, date: Date, form: HouseForm, *, order: Order) -> str:
    if date.year is None or date.year_span is None:
        return ""
    if form.year_comma:
        comma = form.year_comma is Comma.ALWAYS
    elif order is order_of(date):
        comma = _has_comma(text, date)
    else:
        comma = order is Order.MONTH_FIRST
    return f", {date.year}" if comma else f" {date.year}"


def _has_comma(text: str, date: Date) -> bool:
    return date.year_span is not None and "," in text[date.year_span.start - 2 : date.year_span.start]


def _has_stop(text: str, date: Date) -> bool:
    full = len(date.month_span) == len(MONTHS[date.month - 1])
    return not full and text[date.month_span.end : date.month_span.end + 1] == "."
