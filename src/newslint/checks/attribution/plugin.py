"""The hooks through which the checks of the family *attribution* come in."""

from __future__ import annotations

from newslint.hookimpl import hookimpl


@hookimpl
def newslint_checks() -> dict[str, str]:
    """Return the kinds of checks of this family."""
    return {
        name: f"newslint.checks.attribution.{target}"
        for name, target in {
            "allegation-as-fact": "allegation_as_fact:AllegationAsFact",
            "anonymous-without-reason": "anonymous_without_reason:AnonymousWithoutReason",
            "double-attribution": "double_attribution:DoubleAttribution",
            "headline-claim": "headline_claim:HeadlineClaim",
            "hedge-in-headline": "hedge_in_headline:HedgeInHeadline",
            "late-attribution": "late_attribution:LateAttribution",
            "loaded-verb": "loaded_verb:LoadedVerb",
            "single-anonymous-source": "anonymous_count:SingleAnonymousSource",
            "sources-plural": "anonymous_count:SourcesPlural",
            "speaker-change": "speaker_change:SpeakerChange",
            "unattributed-claim": "unattributed_claim:UnattributedClaim",
            "unattributed-quote": "unattributed_quote:UnattributedQuote",
            "vague-authority": "vague_authority:VagueAuthority",
            "vague-source": "vague_source:VagueSource",
        }.items()
    }
