"""Searches for dates that are not in the form of the house."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.dates.running import running_dates
from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety
from newslint.text.date_forms import Comma, HouseForm, Months, Order, Ordinals, form_of, in_copy, rewritten
from newslint.text.dates import Date
from newslint.text.flat import flat


class Fault(StrEnum):
    """What is not in the house's form, the weightiest first."""

    ORDER = "order"
    MONTHS = "months"
    DAY = "day"
    COMMAS = "commas"


class DateFormat(Check, frozen=True):
    """Compares each date with the form of the house; an option that is not set is not looked at."""

    order: Annotated[Order | None, Meta(description="Which part comes first.")] = None
    months: Annotated[Months | None, Meta(description="How a month is written beside a day.")] = None
    ordinals: Annotated[Ordinals | None, Meta(description="Whether the day is an ordinal.")] = None
    year_comma: Annotated[Comma | None, Meta(description="Whether a comma stands before the year.")] = None
    weekday_comma: Annotated[Comma | None, Meta(description="Whether a comma follows the weekday.")] = None
    supplies: ClassVar = {"date": None, "change": None, "fault": Fault}

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield each date that reads another way in the house's form."""
        house = HouseForm(self.order, self.months, self.ordinals, self.year_comma, self.weekday_comma)
        if house == HouseForm():
            return
        for date in document.view(running_dates):
            change = rewritten(document.view(flat), date, house)
            if change != date.span.cut(document.view(flat)):
                yield _problem(document, date, change, house)


def _problem(document: Document, date: Date, change: str, house: HouseForm) -> Problem:
    return Problem(
        span=date.span,
        data={
            "date": date.span.cut(document.view(flat)),
            "change": change,
            "fault": _fault(document, date, house),
        },
        fixes=(Fix((Edit(date.span, in_copy(document.view(flat), date, house)),), Safety.SAFE),),
    )


def _fault(document: Document, date: Date, house: HouseForm) -> Fault:
    own = form_of(document.view(flat), date)
    if house.order and own.order is not house.order:
        return Fault.ORDER
    padded = document.view(flat)[date.day_span.start] == "0"
    if padded or (house.ordinals and own.ordinals is not house.ordinals):
        return Fault.DAY
    if house.months and own.months and own.months is not house.months:
        return Fault.MONTHS
    return Fault.COMMAS
