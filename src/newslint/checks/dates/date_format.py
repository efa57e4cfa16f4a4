"""Searches for dates that are not in the form of the house."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta
from msgspec.structs import replace

from newslint.checks.dates.running import figure_dates, running_dates, worded_dates
from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety, Span
from newslint.text.calendar.almanac import exists
from newslint.text.calendar.date_forms import (
    Comma,
    HouseForm,
    Months,
    Order,
    Ordinals,
    form_of,
    in_copy,
    month_written,
    rewritten,
)
from newslint.text.calendar.dates import Date, DateForm, dates
from newslint.text.flat import flat


class Fault(StrEnum):
    """What is not in the house's form, the weightiest first."""

    DOUBT = "doubt"
    FIGURES = "figures"
    ORDER = "order"
    MONTHS = "months"
    DAY = "day"
    SPACES = "spaces"
    COMMAS = "commas"


class DateFormat(Check, frozen=True):
    """Compares each date with the form of the house; an option that is not set is not looked at."""

    order: Annotated[Order | None, Meta(description="Which part comes first.")] = None
    months: Annotated[Months | None, Meta(description="How a month is written beside a day.")] = None
    ordinals: Annotated[Ordinals | None, Meta(description="Whether the day is an ordinal.")] = None
    year_comma: Annotated[Comma | None, Meta(description="Whether a comma stands before the year.")] = None
    weekday_comma: Annotated[Comma | None, Meta(description="Whether a comma follows the weekday.")] = None
    starts: ClassVar = (dates, worded_dates, figure_dates)
    supplies: ClassVar = {"date": None, "change": None, "other": None, "fault": Fault}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each date that reads another way in the house's form."""
        house = HouseForm(self.order, self.months, self.ordinals, self.year_comma, self.weekday_comma)
        if house == HouseForm():
            return
        for date in _unbracketed(document):
            change = rewritten(document.view(flat), date, house)
            if change != date.span.cut(document.view(flat)) and exists(date.year, date.month, date.day):
                yield _problem(document, date, change, house)
        if house.order is None:
            return
        for date in document.view(worded_dates):
            if exists(date.year, date.month, date.day):
                yield _in_words(document, date, house)
        for date in document.view(figure_dates):
            if date.year is not None and exists(date.year, date.month, date.day):
                yield _in_figures(document, date, house)


def _unbracketed(document: Document) -> Iterator[Date]:
    """Yield the dates in running copy; those in brackets, or before their weekday, without the weekday."""
    text = document.view(flat)
    for date in document.view(running_dates):
        printed = date.span.cut(text)
        opened = any(printed.count(left) > printed.count(right) for left, right in ("()", "[]"))
        apart = opened or date.span.end > date.core.end
        yield replace(date, span=date.core, weekday=None, weekday_span=None) if apart else date


def _problem(document: Document, date: Date, change: str, house: HouseForm) -> Problem:
    return Problem(
        span=date.span,
        data={
            "date": date.span.cut(document.view(flat)),
            "change": change,
            "fault": _fault(document, date, house),
        },
        fixes=(Fix((in_copy(document.view(flat), date, house),), Safety.SAFE),),
    )


def _in_words(document: Document, date: Date, house: HouseForm) -> Problem:
    """Report "the 5th of May" with its "the", and "May the 5th"."""
    text, edit = document.view(flat), in_copy(document.view(flat), date, house)
    before = len("the ") if date.form is DateForm.DAY_FIRST else 0
    span = Span(date.span.start - before, date.span.end)
    data = {"date": span.cut(text), "change": rewritten(text, date, house), "fault": Fault.DAY}
    whole = Edit(Span(min(span.start, edit.span.start), edit.span.end), edit.text)
    return Problem(span, data, (Fix((whole,), Safety.SAFE),))


def _in_figures(document: Document, date: Date, house: HouseForm) -> Problem:
    """Report a month in figures; where they have two readings both are offered, and neither is safe."""
    text = document.view(flat)
    readings = _readings(date, house)
    changes = [rewritten(text, reading, house) for reading in readings]
    safety = Safety.UNSAFE if date.ambiguous else Safety.SAFE
    return Problem(
        span=date.span,
        data={
            "date": date.span.cut(text),
            "change": changes[0],
            "other": changes[-1],
            "fault": Fault.DOUBT if date.ambiguous else Fault.FIGURES,
        },
        fixes=tuple(
            Fix((in_copy(text, reading, house),), safety, {"change": change})
            for reading, change in zip(readings, changes, strict=True)
        ),
    )


def _readings(date: Date, house: HouseForm) -> tuple[Date, ...]:
    """Return the days the figures may mean, the one in the order of the house first."""
    if not date.ambiguous:
        return (date,)
    other = replace(date, month=date.day, day=date.month)
    turned = house.order is Order.DAY_FIRST and date.form is DateForm.SLASHES
    return (other, date) if turned else (date, other)


def _fault(document: Document, date: Date, house: HouseForm) -> Fault:
    text = document.view(flat)
    own = form_of(text, date)
    if house.order and own.order is not house.order:
        return Fault.ORDER
    # "28. October" has a stop of its own.
    stopped = date.form is DateForm.DAY_FIRST and text.startswith(". ", date.day_span.end)
    padded = text[date.day_span.start] == "0" or stopped
    if padded or (house.ordinals and own.ordinals is not house.ordinals):
        return Fault.DAY
    if month_written(text, date, house.months) != month_written(text, date, None):
        return Fault.MONTHS
    printed, change = date.span.cut(text), rewritten(text, date, house)
    return Fault.SPACES if printed.replace(" ", "") == change.replace(" ", "") else Fault.COMMAS
