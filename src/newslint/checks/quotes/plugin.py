"""The hooks through which the checks of the family *quotes* come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_checks() -> dict[str, str]:
    """Return the kinds of checks of this family."""
    return {
        "mixed-marks": "newslint.checks.quotes.mixed_marks:MixedMarks",
        "nested-marks": "newslint.checks.quotes.nested_marks:NestedMarks",
        "stop-outside": "newslint.checks.quotes.stop_outside:StopOutside",
        "turned-marks": "newslint.checks.quotes.turned_marks:TurnedMarks",
        "unbalanced-marks": "newslint.checks.quotes.unbalanced_marks:UnbalancedMarks",
    }
