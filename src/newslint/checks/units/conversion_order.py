"""Conversion order: pairs that begin with the other system than the house does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, ClassVar

from msgspec import Meta

from newslint.checks.units.judgements import judgements
from newslint.checks.units.rounding import Degree
from newslint.checks.units.wording import lowered
from newslint.plugin import Check, Document, Edit, Fix, Problem, Safety
from newslint.text.figures.conversions import Form, conversions
from newslint.text.figures.measures import Join, Measure
from newslint.text.flat import folded

# Systems that no house chooses between.
OF_NO_HOUSE = frozenset({"nautical", "astronomical"})


class First(StrEnum):
    """The system that a house puts first."""

    METRIC = "metric"
    CUSTOMARY = "customary"


class ConversionOrder(Check, frozen=True):
    """Reports conversions in brackets whose first unit is not of the house's system."""

    starts: ClassVar = (conversions,)
    supplies: ClassVar[Mapping[str, type[StrEnum] | None]] = {
        "original": None,
        "converted": None,
        "expected": None,
    }

    first: Annotated[First, Meta(description="The system that comes first.")] = First.METRIC

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield the pairs that stand the wrong way round."""
        for found in document.view(judgements):
            conversion = found.conversion
            metric = (found.unit.system == "metric", found.into.system == "metric")
            wanted = (True, False) if self.first is First.METRIC else (False, True)
            if conversion.form is not Form.BRACKET or found.degree > Degree.ROUNDED or metric != wanted[::-1]:
                continue
            if not OF_NO_HOUSE.isdisjoint((found.unit.system, found.into.system)):
                continue
            if _is_row(document, conversion.original):
                continue
            original, converted = (part.span for part in (conversion.original, conversion.converted))
            left, right = lowered(original.cut(document.text)), converted.cut(document.text)
            yield Problem(
                original,
                {"original": left, "converted": right, "expected": f"{right} ({left})"},
                (Fix((Edit(original, right), Edit(converted, left)), Safety.UNSAFE),),
            )


def _is_row(document: Document, measure: Measure) -> bool:
    """Tell whether a measure is "5 miles long and 3 miles wide", which has its words between its figures."""
    return measure.join in (Join.SIZES, Join.COMPOUND) and any(
        document.view(folded)[one.span.end : two.span.start].endswith((" and ", ", "))
        for one, two in pairwise(measure.amounts[:: 2 if measure.part else 1])
    )
