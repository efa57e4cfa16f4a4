"""The hooks through which the checks of the family *dates* come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_checks() -> dict[str, str]:
    """Return the kinds of checks of this family."""
    return {
        "date-format": "newslint.checks.dates.date_format:DateFormat",
        "impossible-date": "newslint.checks.dates.impossible_date:ImpossibleDate",
        "mixed-date-formats": "newslint.checks.dates.mixed_formats:MixedFormats",
        "weekday": "newslint.checks.dates.weekday:Weekday",
    }
