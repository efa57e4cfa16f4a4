"""The hooks through which the checks of the family *names* come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_checks() -> dict[str, str]:
    """Return the kinds of checks of this family."""
    return {
        "bare-surname": "newslint.checks.names.bare_surname:BareSurname",
        "courtesy-change": "newslint.checks.names.courtesy_change:CourtesyChange",
        "early-surname": "newslint.checks.names.early_surname:EarlySurname",
        "honorific": "newslint.checks.names.honorific:Honorific",
        "house-spelling": "newslint.checks.names.house_spelling:HouseSpelling",
        "junior-comma": "newslint.checks.names.junior_comma:JuniorComma",
        "name-repeated": "newslint.checks.names.repetition:NameRepeated",
        "name-spelling": "newslint.checks.names.spelling:NameSpelling",
        "never-introduced": "newslint.checks.names.never_introduced:NeverIntroduced",
        "other-than-archive": "newslint.checks.names.other_than_archive:OtherThanArchive",
        "other-given-name": "newslint.checks.names.given_name:OtherGivenName",
        "particle-case": "newslint.checks.names.particle_case:ParticleCase",
        "shared-surname": "newslint.checks.names.shared_surname:SharedSurname",
        "spelling-across-stories": "newslint.checks.names.across_stories:SpellingAcrossStories",
        "two-ages": "newslint.checks.names.two_ages:TwoAges",
        "two-forms": "newslint.checks.names.two_forms:TwoForms",
    }
