"""The hooks through which the checks of the family *attribution* come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_checks() -> dict[str, str]:
    """Return the kinds of checks of this family."""
    return {
        "allegation-as-fact": "newslint.checks.attribution.allegation_as_fact:AllegationAsFact",
        "anonymous-without-reason": (
            "newslint.checks.attribution.anonymous_without_reason:AnonymousWithoutReason"
        ),
        "loaded-verb": "newslint.checks.attribution.loaded_verb:LoadedVerb",
        "unattributed-claim": "newslint.checks.attribution.unattributed_claim:UnattributedClaim",
        "unattributed-quote": "newslint.checks.attribution.unattributed_quote:UnattributedQuote",
        "vague-source": "newslint.checks.attribution.vague_source:VagueSource",
    }
