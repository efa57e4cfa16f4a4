"""The hooks through which the checks of the family *numbers* come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_checks() -> dict[str, str]:
    """Return the kinds of checks of this family."""
    return {
        "age-hyphens": "newslint.checks.numbers.age_hyphens:AgeHyphens",
        "ages": "newslint.checks.numbers.ages:Ages",
        "average": "newslint.checks.numbers.average:Average",
        "fall-over-all": "newslint.checks.numbers.fall_over_all:FallOverAll",
        "headline-figure": "newslint.checks.numbers.headline_figure:HeadlineFigure",
        "list-count": "newslint.checks.numbers.list_count:ListCount",
        "magnitudes": "newslint.checks.numbers.magnitudes:Magnitudes",
        "margin": "newslint.checks.numbers.margin:Margin",
        "move-size": "newslint.checks.numbers.move_size:MoveSize",
        "number-words": "newslint.checks.numbers.number_words:NumberWords",
        "opening-figure": "newslint.checks.numbers.opening_figure:OpeningFigure",
        "parts": "newslint.checks.numbers.parts:Parts",
        "per-head": "newslint.checks.numbers.per_head:PerHead",
        "percent-form": "newslint.checks.numbers.percent_form:PercentForm",
        "percent-of-degrees": "newslint.checks.numbers.percent_of_degrees:PercentOfDegrees",
        "percent-of-rate": "newslint.checks.numbers.percent_of_rate:PercentOfRate",
        "percentage": "newslint.checks.numbers.percentage:Percentage",
        "ranges": "newslint.checks.numbers.ranges:Ranges",
        "seat-totals": "newslint.checks.numbers.seat_totals:SeatTotals",
        "share": "newslint.checks.numbers.share:WrongShare",
        "share-sets": "newslint.checks.numbers.share_sets:ShareSets",
        "thousands-separator": "newslint.checks.numbers.thousands:Thousands",
    }
