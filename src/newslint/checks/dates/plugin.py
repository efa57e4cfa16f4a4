"""The hooks through which the checks of the family *dates* come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_checks() -> dict[str, str]:
    """Return the kinds of checks of this family."""
    return {
        "impossible-date": "newslint.checks.dates.impossible_date:ImpossibleDate",
        "weekday": "newslint.checks.dates.weekday:Weekday",
    }
