"""The hooks through which the checks of the family *numbers* come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_checks() -> dict[str, str]:
    """Return the kinds of checks of this family."""
    return {
        "ages": "newslint.checks.numbers.ages:Ages",
        "number-words": "newslint.checks.numbers.number_words:NumberWords",
        "opening-figure": "newslint.checks.numbers.opening_figure:OpeningFigure",
        "parts": "newslint.checks.numbers.parts:Parts",
        "percent-form": "newslint.checks.numbers.percent_form:PercentForm",
        "percentage": "newslint.checks.numbers.percentage:Percentage",
        "ranges": "newslint.checks.numbers.ranges:Ranges",
        "thousands-separator": "newslint.checks.numbers.thousands:Thousands",
    }
