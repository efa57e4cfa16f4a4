"""The hooks through which the checks of the family *names* come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_checks() -> dict[str, str]:
    """Return the kinds of checks of this family."""
    return {
        "spelling-across-stories": "newslint.checks.names.across_stories:SpellingAcrossStories",
        "early-surname": "newslint.checks.names.early_surname:EarlySurname",
        "name-spelling": "newslint.checks.names.spelling:NameSpelling",
        "shared-surname": "newslint.checks.names.shared_surname:SharedSurname",
    }
