"""The hooks through which the checks of the family *numbers* come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_checks() -> dict[str, str]:
    """Return the kinds of checks of this family."""
    return {
        "opening-figure": "newslint.checks.numbers.opening_figure:OpeningFigure",
        "parts": "newslint.checks.numbers.parts:Parts",
        "percentage": "newslint.checks.numbers.percentage:Percentage",
        "ranges": "newslint.checks.numbers.ranges:Ranges",
    }
